ALTER TABLE public.par DROP CONSTRAINT k;

ALTER TABLE public.par DROP COLUMN twice;

-- rewrites_table: column public.par.twice: rewrites the table while nobody can read or write it
ALTER TABLE public.par ADD COLUMN twice integer GENERATED ALWAYS AS (id + id) STORED;

-- needs_valid_data: constraint public.par.k: fails when a present row breaks the rule
-- scans_table: constraint public.par.k: reads the whole table under its lock
ALTER TABLE public.par ADD CONSTRAINT k CHECK (id > 1);
