DROP FOREIGN TABLE public.far_book;
