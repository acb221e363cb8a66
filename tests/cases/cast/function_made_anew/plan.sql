SET LOCAL check_function_bodies = off;

-- changes_authorization: policy public.t.a_p: changes who may see or do what
DROP POLICY a_p ON public.t;

-- drops_index: index public.a_i: drops an index that queries may rely on
DROP INDEX public.a_i;

ALTER TABLE public.t DROP CONSTRAINT t_m_check;

-- recreates_view: view public.a_v: drops the view and makes it again
DROP VIEW public.a_v;

DROP CAST (public.mood AS integer);

-- recreates_object: routine public.m2i(public.mood): drops the object and makes it again
DROP FUNCTION public.m2i(public.mood);

-- drops_enum_value: enum type public.mood: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.mood RENAME TO mood_old;

CREATE TYPE public.mood AS ENUM ('a', 'b');

-- rewrites_table: column public.t.m: rewrites the table while nobody can read or write it
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

DROP TYPE public.mood_old;

CREATE FUNCTION public.m2i(public.mood)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
AS $body$SELECT CASE $1::text WHEN 'a' THEN 1 ELSE 2 END$body$;

CREATE CAST (public.mood AS integer) WITH FUNCTION public.m2i(public.mood) AS ASSIGNMENT;

CREATE VIEW public.a_v AS
SELECT m::int AS x FROM t;

-- needs_valid_data: constraint public.t.t_m_check: fails when a present row breaks the rule
-- scans_table: constraint public.t.t_m_check: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT t_m_check CHECK (m::int > 0);

-- blocks_writes: index public.a_i: blocks writes while it runs
CREATE INDEX a_i ON public.t ((m::int));

-- changes_authorization: policy public.t.a_p: changes who may see or do what
CREATE POLICY a_p ON public.t
    USING (m::int > 0);
