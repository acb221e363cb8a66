CREATE TABLE public.m1 PARTITION OF public.m FOR VALUES FROM (0) TO (10);

ALTER TABLE public.m1 ADD CONSTRAINT m1_a_key UNIQUE (a);

-- needs_unique_data: constraint public.m.m_pkey: fails when present rows repeat a value
-- blocks_reads: constraint public.m.m_pkey: blocks reads and writes while it runs
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (a);
