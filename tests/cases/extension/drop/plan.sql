-- drops_column: column public.t.a: drops the column with its values
ALTER TABLE public.t DROP COLUMN a;

DROP EXTENSION citext;

ALTER TABLE public.t ADD COLUMN b integer;
