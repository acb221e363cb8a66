-- drops_data: table public.book: drops the rows that it holds
DROP TABLE public.book;

CREATE TABLE public.x (
    a integer
);
