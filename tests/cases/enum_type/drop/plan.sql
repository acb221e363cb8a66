-- rewrites_table: column public.t.s: rewrites the table while nobody can read or write it (public.state to text)
ALTER TABLE public.t ALTER COLUMN s TYPE text;

DROP TYPE public.state;
