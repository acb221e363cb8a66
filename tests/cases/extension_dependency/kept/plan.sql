-- rewrites_table: column public.book.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.book ALTER COLUMN id TYPE bigint;

CREATE OR REPLACE FUNCTION public.f()
    RETURNS integer
    LANGUAGE sql
AS $$SELECT 2$$;

ALTER INDEX public.book_key DEPENDS ON EXTENSION hstore;

ALTER INDEX public.book_title DEPENDS ON EXTENSION hstore;

ALTER FUNCTION public.f() DEPENDS ON EXTENSION hstore;
