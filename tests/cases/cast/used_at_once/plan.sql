SET LOCAL check_function_bodies = off;

CREATE TYPE public.mood AS ENUM ('a', 'b');

CREATE TYPE public.pair AS (
    a integer,
    b integer
);

CREATE CAST (public.pair AS point) WITH INOUT;

CREATE VIEW public.a_v4 AS
SELECT ROW(1, 2)::pair::point AS x;

CREATE FUNCTION public.m2i(public.mood)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
AS $body$SELECT CASE $1::text WHEN 'a' THEN 1 ELSE 2 END$body$;

CREATE CAST (public.mood AS integer) WITH FUNCTION public.m2i(public.mood) AS IMPLICIT;

CREATE TABLE public.t (
    m public.mood,
    g integer GENERATED ALWAYS AS (m::int) STORED,
    d integer DEFAULT 'a'::mood::int,
    e integer DEFAULT 'b'::mood,
    CONSTRAINT t_m_check CHECK (m::int > 0)
);

CREATE FUNCTION public.a_f()
    RETURNS integer
    LANGUAGE sql
BEGIN ATOMIC
 SELECT m::int FROM t;
END;

CREATE VIEW public.a_v AS
SELECT m::int AS x FROM t;

CREATE VIEW public.a_v2 AS
SELECT abs(m) AS x FROM t;

CREATE VIEW public.a_v3 AS
SELECT ARRAY[m]::int[] AS x FROM t;

CREATE INDEX a_i ON public.t ((m::int));

CREATE POLICY a_p ON public.t
    USING (m::int > 0);
