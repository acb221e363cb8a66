DROP TRIGGER tr ON public.t;

DROP STATISTICS public.s;

-- drops_index: index public.t_x: drops an index that queries may rely on
DROP INDEX public.t_x;

ALTER TABLE public.t DROP CONSTRAINT short;

-- recreates_materialized_view: materialized view public.m: drops the materialized view and fills it again
DROP MATERIALIZED VIEW public.m;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN was DROP DEFAULT;

ALTER DOMAIN public.d SET DEFAULT 'none';

ALTER TABLE public.t ALTER COLUMN id SET DEFAULT 'none';

CREATE VIEW public.v AS
SELECT 'none'::text AS salt, x FROM t;

CREATE MATERIALIZED VIEW public.m AS
SELECT length(x)::real AS s FROM t;

CREATE OR REPLACE FUNCTION public.f(a text DEFAULT 'none')
    RETURNS text
    LANGUAGE sql
AS $$select a$$;

-- needs_valid_data: constraint public.t.short: fails when a present row breaks the rule
-- scans_table: constraint public.t.short: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT short CHECK (length(x) < 2);

-- blocks_writes: index public.t_x: blocks writes while it runs
CREATE INDEX t_x ON public.t ((length(x)));

CREATE STATISTICS public.s ON id, (length(x)) FROM public.t;

CREATE OR REPLACE RULE r AS ON INSERT TO public.t
    WHERE (length(new.x) > 1) DO INSTEAD NOTHING;

CREATE TRIGGER tr
    BEFORE INSERT ON public.t
    FOR EACH ROW WHEN (new.id <> 'none')
    EXECUTE FUNCTION public.tf();

-- changes_authorization: policy public.t.p: changes who may see or do what
ALTER POLICY p ON public.t
    USING (length(x) > 1);

DROP EXTENSION pg_trgm;

DROP EXTENSION pgcrypto;
