-- drops_index: index public.u_k: drops an index that queries may rely on
DROP INDEX public.u_k;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

ALTER TABLE public.t DROP COLUMN copy;

ALTER TABLE public.u DROP COLUMN k;

-- drops_enum_value: enum type public.s: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.s RENAME TO s_old;

CREATE TYPE public.s AS ENUM ('a', 'c');

-- rewrites_table: column public.t.k: rewrites the table while nobody can read or write it
ALTER TABLE public.t ALTER COLUMN k TYPE public.s USING k::text::public.s;

DROP TYPE public.s_old;

-- rewrites_table: column public.t.copy: rewrites the table while nobody can read or write it
ALTER TABLE public.t ADD COLUMN copy public.s GENERATED ALWAYS AS (k) STORED;

-- rewrites_table: column public.u.k: rewrites the table while nobody can read or write it
ALTER TABLE public.u ADD COLUMN k public.s GENERATED ALWAYS AS (CASE WHEN n > 1 THEN 'a'::s ELSE 'c'::s END) STORED;

CREATE VIEW public.v AS
SELECT k FROM u;

-- blocks_writes: index public.u_k: blocks writes while it runs
CREATE INDEX u_k ON public.u (k);
