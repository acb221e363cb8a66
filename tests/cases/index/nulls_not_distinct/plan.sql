-- drops_index: index public.book_title: drops an index that queries may rely on
DROP INDEX public.book_title;

-- blocks_writes: index public.book_title: blocks writes while it runs
-- needs_unique_data: index public.book_title: fails when present rows repeat a value
CREATE UNIQUE INDEX book_title ON public.book (title) NULLS NOT DISTINCT;
