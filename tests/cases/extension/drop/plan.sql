-- drops_column: column public.t.a: drops the column with its values
ALTER TABLE public.t DROP COLUMN a;

ALTER TABLE public.t ADD COLUMN b integer;

DROP EXTENSION citext;
