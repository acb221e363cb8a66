ALTER TABLE public.t DROP CONSTRAINT t_a_key;

-- drops_column: column public.t.a: drops the column with its values
ALTER TABLE public.t DROP COLUMN a;

ALTER TABLE public.t RENAME COLUMN b TO a;
