-- changes_authorization: policy public.t.p: changes who may see or do what
DROP POLICY p ON public.t;

DROP TRIGGER tr ON public.t;

-- recreates_materialized_view: materialized view public.mv: drops the materialized view and fills it again
DROP MATERIALIZED VIEW public.mv;

-- recreates_view: view public.v2: drops the view and makes it again
DROP VIEW public.v2;

-- recreates_view: view public.v1: drops the view and makes it again
DROP VIEW public.v1;

ALTER TABLE public.t DROP COLUMN twice;

-- rewrites_table: column public.t.n: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

-- rewrites_table: column public.t.twice: rewrites the table while nobody can read or write it
ALTER TABLE public.t ADD COLUMN twice bigint GENERATED ALWAYS AS (n * 2) STORED;

CREATE VIEW public.v1 AS
SELECT id, n FROM t;

CREATE VIEW public.v2 AS
SELECT n FROM v1;

CREATE MATERIALIZED VIEW public.mv AS
SELECT n FROM v2;

-- needs_unique_data: index public.mv_n: fails when present rows repeat a value
CREATE UNIQUE INDEX mv_n ON public.mv (n);

CREATE TRIGGER tr
    BEFORE UPDATE OF n ON public.t
    FOR EACH ROW WHEN (new.n > 0)
    EXECUTE FUNCTION public.tf();

-- changes_authorization: policy public.t.p: changes who may see or do what
CREATE POLICY p ON public.t
    USING (n > 0);

-- changes_authorization: privileges of view public.v1 for PUBLIC: changes who may see or do what
GRANT SELECT ON TABLE public.v1 TO PUBLIC;

COMMENT ON COLUMN public.v2.n IS 'the number';

COMMENT ON VIEW public.v2 IS 'on top';
