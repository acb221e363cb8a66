CREATE FUNCTION public.f()
    RETURNS integer
    LANGUAGE sql
AS $$SELECT 1$$;

-- changes_authorization: owner of table public.book: changes who may see or do what
ALTER TABLE public.book OWNER TO pg_monitor;

ALTER FUNCTION public.f() OWNER TO pg_monitor;
