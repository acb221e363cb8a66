-- drops_column: column public.m.k: drops the column with its values
ALTER TABLE public.m DROP COLUMN k;

-- drops_column: column public.p.k: drops the column with its values
ALTER TABLE public.p DROP COLUMN k;
