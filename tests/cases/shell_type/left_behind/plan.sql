SET LOCAL check_function_bodies = off;

DROP TYPE public.city CASCADE;

CREATE TYPE public.city;

CREATE FUNCTION public.city_in(cstring)
    RETURNS public.city
    LANGUAGE internal IMMUTABLE
AS $$int4in$$;

CREATE FUNCTION public.city_out(public.city)
    RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
AS $$int4out$$;

-- changes_authorization: privileges of routine public.city_in(cstring) for pg_monitor: changes who may see or do what
GRANT EXECUTE ON FUNCTION public.city_in(cstring) TO pg_monitor;
