-- recreates_view: view public.a: drops the view and makes it again
DROP VIEW public.a;

-- recreates_object: routine public.r(public.v): drops the object and makes it again
DROP FUNCTION public.r(public.v);

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

CREATE VIEW public.v AS
SELECT title, price FROM book;

CREATE VIEW public.a AS
SELECT title FROM v;

CREATE FUNCTION public.r(x public.v)
    RETURNS integer
    LANGUAGE sql
AS $$SELECT 1$$;

-- changes_authorization: privileges of view public.a for PUBLIC: changes who may see or do what
GRANT SELECT ON TABLE public.a TO PUBLIC;

COMMENT ON VIEW public.a IS 'on v';
