-- drops_data: table public.m3: drops the rows that it holds
DROP TABLE public.m3;

ALTER TABLE public.m DETACH PARTITION public.m1;

ALTER TABLE public.m DETACH PARTITION public.m2;

CREATE TABLE public.a4 PARTITION OF public.m FOR VALUES FROM (25) TO (40);

-- scans_table: table public.m1: reads the whole table under its lock
-- needs_valid_data: table public.m1: fails when a present row breaks the rule
ALTER TABLE public.m ATTACH PARTITION public.m1 FOR VALUES FROM (10) TO (20);

-- scans_table: table public.m2: reads the whole table under its lock
-- needs_valid_data: table public.m2: fails when a present row breaks the rule
ALTER TABLE public.m ATTACH PARTITION public.m2 FOR VALUES FROM (0) TO (10);
