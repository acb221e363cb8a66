ALTER TABLE public.m ADD COLUMN w text;

ALTER TABLE ONLY public.m ALTER COLUMN v SET DEFAULT 1;

CREATE TABLE public.m2 PARTITION OF public.m FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') PARTITION BY list (v);

CREATE TABLE public.m_rest PARTITION OF public.m DEFAULT;

ALTER TABLE public.m1 ALTER COLUMN v SET DEFAULT 1;

-- blocks_writes: index public.m_w_idx: blocks writes while it runs
CREATE INDEX m_w_idx ON public.m (w);
