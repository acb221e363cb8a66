-- recreates_object: routine public.f(public.floats): drops the object and makes it again
DROP FUNCTION public.f(public.floats);

DROP TYPE public.floats;

CREATE TYPE public.floats AS RANGE (
    SUBTYPE = double precision,
    SUBTYPE_DIFF = pg_catalog.float8mi
);

CREATE FUNCTION public.f(public.floats)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
AS $$SELECT 1$$;
