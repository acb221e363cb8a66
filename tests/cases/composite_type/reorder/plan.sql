-- recreates_object: routine public.f(public.pair): drops the object and makes it again
DROP FUNCTION public.f(public.pair);

DROP TYPE public.pair;

CREATE TYPE public.pair AS (
    b text,
    a integer
);

CREATE FUNCTION public.f(p public.pair)
    RETURNS integer
    LANGUAGE sql
AS $$ SELECT 1 $$;

COMMENT ON FUNCTION public.f(public.pair) IS 'one';
