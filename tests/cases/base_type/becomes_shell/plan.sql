SET LOCAL check_function_bodies = off;

DROP TYPE public.part CASCADE;

CREATE TYPE public.part;

CREATE FUNCTION public.part_in(cstring)
    RETURNS public.part
    LANGUAGE internal IMMUTABLE STRICT
AS $$int4in$$;

CREATE FUNCTION public.part_out(public.part)
    RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
AS $$int4out$$;
