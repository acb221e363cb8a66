ALTER TABLE public.u DROP CONSTRAINT u_k_fkey;

-- drops_enum_value: enum type public.s: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.s RENAME TO s_old;

CREATE TYPE public.s AS ENUM ('a', 'c');

ALTER TABLE public.p DETACH PARTITION public.p1;

-- drops_column: column public.p.gone: drops the column with its values
ALTER TABLE public.p DROP COLUMN gone;

-- rewrites_table: column public.p.k: rewrites the table while nobody can read or write it
ALTER TABLE public.p ALTER COLUMN k TYPE public.s USING k::text::public.s;

-- rewrites_table: column public.p1.gone: rewrites the table while nobody can read or write it
ALTER TABLE public.p1 ALTER COLUMN gone TYPE public.s USING gone::text::public.s;

-- rewrites_table: column public.p1.k: rewrites the table while nobody can read or write it
ALTER TABLE public.p1 ALTER COLUMN k TYPE public.s USING k::text::public.s;

-- rewrites_table: column public.u.n: rewrites the table while nobody can read or write it
ALTER TABLE public.u ALTER COLUMN n TYPE public.s USING n::text::public.s;

-- rewrites_table: column public.t.k: rewrites the table while nobody can read or write it (public.s to text)
ALTER TABLE public.t ALTER COLUMN k TYPE text;

-- rewrites_table: column public.u.k: rewrites the table while nobody can read or write it (public.s to text)
ALTER TABLE public.u ALTER COLUMN k TYPE text;

DROP TYPE public.s_old;

-- needs_valid_data: constraint public.u.u_k_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.u.u_k_fkey: reads the whole table under its lock
ALTER TABLE public.u ADD CONSTRAINT u_k_fkey FOREIGN KEY (k) REFERENCES public.t (k);
