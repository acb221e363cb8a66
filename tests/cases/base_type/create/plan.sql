SET LOCAL check_function_bodies = off;

CREATE TYPE public.txt;

CREATE FUNCTION public.txt_in(cstring)
    RETURNS public.txt
    LANGUAGE internal IMMUTABLE STRICT
AS $$textin$$;

CREATE FUNCTION public.txt_out(public.txt)
    RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
AS $$textout$$;

CREATE FUNCTION public.txt_send(public.txt)
    RETURNS bytea
    LANGUAGE internal IMMUTABLE STRICT
AS $$textsend$$;

CREATE TYPE public.txt (
    INPUT = public.txt_in,
    OUTPUT = public.txt_out,
    SEND = public.txt_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = extended,
    CATEGORY = 'S'
);

CREATE TABLE public.u (
    a public.txt,
    b public.txt[]
);

COMMENT ON TYPE public.txt IS 'Text of our own';
