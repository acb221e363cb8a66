-- drops_column: column public.p.a: drops the column with its values
ALTER TABLE public.p DROP COLUMN a;

-- drops_column: column public.c.a: drops the column with its values
ALTER TABLE public.c DROP COLUMN a;

-- sets_not_null: column public.c.b: fails when a present row has no value
ALTER TABLE public.c ADD COLUMN b integer NOT NULL;

-- sets_not_null: column public.p.b: fails when a present row has no value
ALTER TABLE public.p ADD COLUMN b integer NOT NULL;
