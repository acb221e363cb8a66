ALTER TABLE public.book DROP CONSTRAINT book_cover;

ALTER TABLE public.page DROP CONSTRAINT page_book_fkey;

DROP VIEW public.pages;

-- drops_data: table public.book: drops the rows that it holds
DROP TABLE public.book;

-- drops_data: table public.page: drops the rows that it holds
DROP TABLE public.page;
