CREATE SEQUENCE public.author_number;

ALTER SEQUENCE public.author_number OWNED BY public.author.id;

SELECT pg_catalog.setval('public.author_number', GREATEST(max(id) + 1, 1), false) FROM public.author;

CREATE SEQUENCE public.book_number;

ALTER SEQUENCE public.shelf_number OWNED BY NONE;

-- changes_authorization: owner of sequence public.shelf_number: changes who may see or do what
ALTER SEQUENCE public.shelf_number OWNER TO CURRENT_USER;

-- changes_authorization: owner of table public.author: changes who may see or do what
ALTER TABLE public.author OWNER TO pg_monitor;

ALTER SEQUENCE public.book_number OWNER TO pg_monitor;

ALTER SEQUENCE public.book_number OWNED BY public.book.id;

SELECT pg_catalog.setval('public.book_number', GREATEST(max(id) + 1, 1), false) FROM public.book;
