ALTER TABLE public.c NO INHERIT public.a;

ALTER TABLE public.d NO INHERIT public.b;

ALTER TABLE public.e NO INHERIT public.a;

ALTER TABLE public.a DROP CONSTRAINT positive;

-- drops_column: column public.a.n: drops the column with its values
ALTER TABLE public.a DROP COLUMN n;

-- rewrites_table: column public.a.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.a ALTER COLUMN id TYPE bigint;

ALTER TABLE public.a ADD COLUMN added text;
