-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

-- recreates_object: routine public.f(integer): drops the object and makes it again
DROP FUNCTION public.f(integer);

-- drops_enum_value: enum type public.mood: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.mood RENAME TO mood_old;

CREATE TYPE public.mood AS ENUM ('happy', 'sad');

DROP TYPE public.mood_old;

-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

CREATE VIEW public.v AS
SELECT id, a FROM t;

CREATE FUNCTION public.f(integer)
    RETURNS bigint
    LANGUAGE sql
AS $$select 1$$;

-- changes_authorization: owner of routine public.f(integer): changes who may see or do what
ALTER FUNCTION public.f(integer) OWNER TO pg_monitor;

-- changes_authorization: owner of view public.v: changes who may see or do what
ALTER VIEW public.v OWNER TO pg_monitor;

-- changes_authorization: privileges of routine public.f(integer) for pg_read_all_data: changes who may see or do what
GRANT EXECUTE ON FUNCTION public.f(integer) TO pg_read_all_data;

-- changes_authorization: privileges of enum type public.mood for PUBLIC: changes who may see or do what
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

-- changes_authorization: privileges of enum type public.mood for pg_read_all_data: changes who may see or do what
GRANT USAGE ON TYPE public.mood TO pg_read_all_data;

-- changes_authorization: privileges of view public.v for pg_read_all_data: changes who may see or do what
GRANT SELECT ON TABLE public.v TO pg_read_all_data;

GRANT UPDATE (a) ON TABLE public.v TO pg_read_all_data;
