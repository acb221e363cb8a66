-- drops_index: index public.i: drops an index that queries may rely on
DROP INDEX public.i;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

-- drops_column: column public.p.b: drops the column with its values
ALTER TABLE public.p DROP COLUMN b;

-- drops_column: column public.t.b: drops the column with its values
ALTER TABLE public.t DROP COLUMN b;

-- drops_column: column public.own.b: drops the column with its values
ALTER TABLE public.own DROP COLUMN b;

-- rewrites_table: column public.own.b: rewrites the table while nobody can read or write it
ALTER TABLE public.own ADD COLUMN b integer GENERATED ALWAYS AS ((a + 1)) STORED;

-- rewrites_table: column public.p.b: rewrites the table while nobody can read or write it
ALTER TABLE public.p ADD COLUMN b integer GENERATED ALWAYS AS (a + 1) STORED;

-- rewrites_table: column public.t.b: rewrites the table while nobody can read or write it
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 1) STORED;

CREATE VIEW public.v AS
SELECT b FROM p;

-- blocks_writes: index public.i: blocks writes while it runs
CREATE INDEX i ON public.p (b);
