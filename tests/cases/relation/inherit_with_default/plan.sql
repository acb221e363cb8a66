ALTER TABLE public.c ADD COLUMN a integer DEFAULT 5 NOT NULL;

-- rewrites_table: column public.c.g: rewrites the table while nobody can read or write it
ALTER TABLE public.c ADD COLUMN g integer GENERATED ALWAYS AS ((a + 1)) STORED;

ALTER TABLE public.c INHERIT public.p;

-- sets_not_null: column public.d.a: fails when a present row has no value
-- scans_table: column public.d.a: reads the whole table under its lock
ALTER TABLE public.d ALTER COLUMN a SET NOT NULL;

ALTER TABLE public.d INHERIT public.p;

ALTER TABLE public.d ALTER COLUMN a SET DEFAULT 6;
