-- rewrites_table: column public.t.e: rewrites the table while nobody can read or write it (public.email to text)
ALTER TABLE public.t ALTER COLUMN e TYPE text;

DROP DOMAIN public.email;
