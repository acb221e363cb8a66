-- drops_index: index public.book_t: drops an index that queries may rely on
DROP INDEX public.book_t;
