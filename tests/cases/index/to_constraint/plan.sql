-- drops_index: index public.book_t: drops an index that queries may rely on
DROP INDEX public.book_t;

-- needs_unique_data: constraint public.book.book_t: fails when present rows repeat a value
-- blocks_reads: constraint public.book.book_t: blocks reads and writes while it runs
ALTER TABLE public.book ADD CONSTRAINT book_t UNIQUE (title);

ALTER TABLE public.book REPLICA IDENTITY USING INDEX book_t;
