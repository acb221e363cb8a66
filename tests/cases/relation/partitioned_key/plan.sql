CREATE TABLE public.m_0 PARTITION OF public.m FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE public.m_1 PARTITION OF public.m FOR VALUES WITH (modulus 2, remainder 1);

CREATE TABLE public.r (
    id integer NOT NULL,
    CONSTRAINT r_pkey PRIMARY KEY (id)
);

-- needs_unique_data: constraint public.m.m_pkey: fails when present rows repeat a value
-- blocks_reads: constraint public.m.m_pkey: blocks reads and writes while it runs
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id);

-- needs_valid_data: constraint public.m.m_v: fails when a present row breaks the rule
-- scans_table: constraint public.m.m_v: reads the whole table under its lock
ALTER TABLE public.m ADD CONSTRAINT m_v CHECK (v > 0);

-- needs_valid_data: constraint public.m.m_v_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.m.m_v_fkey: reads the whole table under its lock
ALTER TABLE public.m ADD CONSTRAINT m_v_fkey FOREIGN KEY (v) REFERENCES public.r (id);
