ALTER TABLE public.c DROP CONSTRAINT c_fkey;

ALTER TABLE public.q DROP CONSTRAINT q_fkey;

-- drops_index: index public.p_u: drops an index that queries may rely on
DROP INDEX public.p_u;

ALTER TABLE public.t DROP CONSTRAINT t_b_key;

ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- sets_not_null: column public.t.b: fails when a present row has no value
-- scans_table: column public.t.b: reads the whole table under its lock
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;

-- needs_unique_data: constraint public.p.p_key: fails when present rows repeat a value
-- blocks_reads: constraint public.p.p_key: blocks reads and writes while it runs
ALTER TABLE public.p ADD CONSTRAINT p_key UNIQUE (a, b);

-- needs_valid_data: constraint public.q.q_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.q.q_fkey: reads the whole table under its lock
ALTER TABLE public.q ADD CONSTRAINT q_fkey FOREIGN KEY (a, b) REFERENCES public.p (a, b);

-- needs_unique_data: constraint public.t.t_pkey: fails when present rows repeat a value
-- blocks_reads: constraint public.t.t_pkey: blocks reads and writes while it runs
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (b);

-- needs_valid_data: constraint public.c.c_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.c.c_fkey: reads the whole table under its lock
ALTER TABLE public.c ADD CONSTRAINT c_fkey FOREIGN KEY (b) REFERENCES public.t (b);

-- needs_unique_data: constraint public.t.t_a_key: fails when present rows repeat a value
-- blocks_reads: constraint public.t.t_a_key: blocks reads and writes while it runs
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);
