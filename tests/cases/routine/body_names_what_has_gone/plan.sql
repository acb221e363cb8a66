SET LOCAL check_function_bodies = off;

-- recreates_object: routine public.last_period(): drops the object and makes it again
DROP FUNCTION public.last_period();

DROP TYPE public.period;

CREATE TYPE public.span AS RANGE (
    SUBTYPE = numeric,
    MULTIRANGE_TYPE_NAME = public.period_multirange
);

ALTER FUNCTION public.span (numeric, numeric) RENAME TO period;

ALTER FUNCTION public.span (numeric, numeric, text) RENAME TO period;

CREATE FUNCTION public.last_period()
    RETURNS public.span
    LANGUAGE sql
AS $$SELECT NULL::period$$;
