DROP FOREIGN TABLE public.far_book;

CREATE FOREIGN TABLE public.far_book (
    id integer
) SERVER near;
