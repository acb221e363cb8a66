CREATE TYPE public.place AS RANGE (
    SUBTYPE = integer,
    MULTIRANGE_TYPE_NAME = public.room_multirange
);

ALTER FUNCTION public.place (integer, integer) RENAME TO room;

ALTER FUNCTION public.place (integer, integer, text) RENAME TO room;

ALTER FUNCTION public.span (timestamp without time zone, timestamp without time zone) RENAME TO period;

ALTER FUNCTION public.span (timestamp without time zone, timestamp without time zone, text) RENAME TO period;

ALTER FUNCTION public.spans () SET SCHEMA shop;

ALTER FUNCTION public.spans (public.span) SET SCHEMA shop;

ALTER FUNCTION public.spans (public.span[]) SET SCHEMA shop;
