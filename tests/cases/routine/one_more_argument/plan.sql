SET LOCAL check_function_bodies = off;

-- changes_authorization: policy public.t.p: changes who may see or do what
DROP POLICY p ON public.t;

-- drops_index: index public.t_b: drops an index that queries may rely on
DROP INDEX public.t_b;

ALTER TABLE public.t DROP CONSTRAINT t_check;

-- recreates_view: view public.w: drops the view and makes it again
DROP VIEW public.w;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

ALTER TABLE public.u DROP COLUMN g;

DROP FUNCTION public.fine(integer);

DROP FUNCTION public.ok(integer);

CREATE FUNCTION public.fine(integer, text DEFAULT 'x')
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
AS $$SELECT true$$;

-- rewrites_table: column public.u.g: rewrites the table while nobody can read or write it
ALTER TABLE public.u ADD COLUMN g boolean GENERATED ALWAYS AS (fine(a)) STORED;

CREATE FUNCTION public.ok(integer, text DEFAULT 'x')
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
AS $$SELECT true$$;

ALTER TABLE public.t ALTER COLUMN c SET DEFAULT ok(1);

CREATE VIEW public.v AS
SELECT a FROM t WHERE ok(a);

CREATE VIEW public.w AS
SELECT a FROM v;

-- needs_valid_data: constraint public.t.t_check: fails when a present row breaks the rule
-- scans_table: constraint public.t.t_check: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (ok(a));

-- blocks_writes: index public.t_b: blocks writes while it runs
CREATE INDEX t_b ON public.t (b) WHERE (ok(b));

-- changes_authorization: policy public.t.p: changes who may see or do what
CREATE POLICY p ON public.t
    USING (ok(a));
