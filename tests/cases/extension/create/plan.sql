CREATE EXTENSION pg_trgm SCHEMA public;

CREATE TABLE public.book (
    title text
);

CREATE INDEX book_title_idx ON public.book USING gin (title public.gin_trgm_ops);
