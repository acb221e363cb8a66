ALTER TABLE public.t DROP CONSTRAINT t_parent_fkey;

ALTER TABLE public.u DROP CONSTRAINT u_k_fkey;

ALTER TABLE public.x DROP CONSTRAINT x_i_k_fkey;

-- drops_enum_value: enum type public.s: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.s RENAME TO s_old;

CREATE TYPE public.s AS ENUM ('a', 'c');

-- rewrites_table: column public.t.k: rewrites the table while nobody can read or write it
ALTER TABLE public.t ALTER COLUMN k TYPE public.s USING k::text::public.s;

-- rewrites_table: column public.t.parent: rewrites the table while nobody can read or write it
ALTER TABLE public.t ALTER COLUMN parent TYPE public.s USING parent::text::public.s;

-- rewrites_table: column public.u.k: rewrites the table while nobody can read or write it
ALTER TABLE public.u ALTER COLUMN k TYPE public.s USING k::text::public.s;

-- rewrites_table: column public.w.k: rewrites the table while nobody can read or write it
ALTER TABLE public.w ALTER COLUMN k TYPE public.s USING k::text::public.s;

-- rewrites_table: column public.x.k: rewrites the table while nobody can read or write it
ALTER TABLE public.x ALTER COLUMN k TYPE public.s USING k::text::public.s;

DROP TYPE public.s_old;

-- needs_valid_data: constraint public.t.t_parent_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.t.t_parent_fkey: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT t_parent_fkey FOREIGN KEY (parent) REFERENCES public.t (k);

-- needs_valid_data: constraint public.u.u_k_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.u.u_k_fkey: reads the whole table under its lock
ALTER TABLE public.u ADD CONSTRAINT u_k_fkey FOREIGN KEY (k) REFERENCES public.t (k) ON DELETE CASCADE;

-- needs_valid_data: constraint public.x.x_i_k_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.x.x_i_k_fkey: reads the whole table under its lock
ALTER TABLE public.x ADD CONSTRAINT x_i_k_fkey FOREIGN KEY (i, k) REFERENCES public.w (i, k);

COMMENT ON CONSTRAINT x_i_k_fkey ON public.x IS 'both';
