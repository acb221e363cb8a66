SET LOCAL check_function_bodies = off;

-- drops_index: index public.t_f: drops an index that queries may rely on
DROP INDEX public.t_f;

ALTER TABLE public.t DROP CONSTRAINT t_check;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- recreates_object: routine public.f(integer): drops the object and makes it again
DROP FUNCTION public.f(integer);

CREATE FUNCTION public.f(a integer)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE
AS $$SELECT 1::bigint$$;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT f(1);

CREATE VIEW public.v AS
SELECT f(b) > 0 AS positive FROM t;

-- needs_valid_data: constraint public.t.t_check: fails when a present row breaks the rule
-- scans_table: constraint public.t.t_check: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (f(b) > 0);

-- blocks_writes: index public.t_f: blocks writes while it runs
CREATE INDEX t_f ON public.t ((f(b)));

-- changes_authorization: privileges of routine public.f(integer) for PUBLIC: changes who may see or do what
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

COMMENT ON FUNCTION public.f(integer) IS 'one';
