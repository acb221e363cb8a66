SET LOCAL check_function_bodies = off;

CREATE TABLE public.book (
    title text
);

CREATE FUNCTION public.first_title()
    RETURNS text
    LANGUAGE sql
AS $$SELECT title FROM book LIMIT 1$$;

CREATE TABLE public.note (
    t text DEFAULT first_title()
);
