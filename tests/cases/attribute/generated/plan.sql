-- drops_index: index public.t_b: drops an index that queries may rely on
DROP INDEX public.t_b;

ALTER TABLE public.t ALTER COLUMN c DROP EXPRESSION;

ALTER TABLE public.t DROP COLUMN b;

-- rewrites_table: column public.t.b: rewrites the table while nobody can read or write it
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 2) STORED;

-- blocks_writes: index public.t_b: blocks writes while it runs
CREATE INDEX t_b ON public.t (b);
