-- drops_index: index public.book_t: drops an index that queries may rely on
DROP INDEX public.book_t;

ALTER INDEX public.book_p SET (fillfactor='60');

ALTER TABLE public.book CLUSTER ON book_p;

-- blocks_writes: index public.book_t: blocks writes while it runs
CREATE INDEX book_t ON public.book (title, price);

COMMENT ON INDEX public.book_t IS 'by title';
