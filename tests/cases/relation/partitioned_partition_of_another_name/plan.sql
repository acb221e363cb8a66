ALTER TABLE public.m1 DETACH PARTITION public.m1a;

ALTER TABLE public.m1 DETACH PARTITION public.m1b;

-- drops_data: table public.m1: drops the rows that it holds
DROP TABLE public.m1;

CREATE TABLE public.m_1 PARTITION OF public.m FOR VALUES IN (1, 2) PARTITION BY list (a);

-- scans_table: table public.m1a: reads the whole table under its lock
-- needs_valid_data: table public.m1a: fails when a present row breaks the rule
ALTER TABLE public.m_1 ATTACH PARTITION public.m1a FOR VALUES IN (1);

-- scans_table: table public.m1b: reads the whole table under its lock
-- needs_valid_data: table public.m1b: fails when a present row breaks the rule
ALTER TABLE public.m_1 ATTACH PARTITION public.m1b DEFAULT;
