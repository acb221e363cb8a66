SET LOCAL check_function_bodies = off;

CREATE TYPE public."Odd" AS RANGE (
    SUBTYPE = text,
    SUBTYPE_OPCLASS = pg_catalog.text_pattern_ops,
    COLLATION = pg_catalog."C",
    MULTIRANGE_TYPE_NAME = public.odds
);

CREATE FUNCTION public.minutes(time without time zone, time without time zone)
    RETURNS double precision
    LANGUAGE sql IMMUTABLE
AS $body$SELECT extract(epoch from $1 - $2)::double precision$body$;

CREATE TYPE public.timerange AS RANGE (
    SUBTYPE = time without time zone,
    SUBTYPE_DIFF = public.minutes
);

CREATE TABLE public.shift (
    during public.timerange NOT NULL,
    pauses public.timemultirange DEFAULT timemultirange(),
    words public."Odd",
    CONSTRAINT shift_during_excl EXCLUDE USING gist (during WITH &&),
    CONSTRAINT shift_during_check CHECK (NOT isempty(during))
);

REVOKE USAGE ON TYPE public.timerange FROM PUBLIC;

COMMENT ON TYPE public.timerange IS 'A part of a day';
