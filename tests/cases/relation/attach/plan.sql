-- scans_table: table public.m1: reads the whole table under its lock
-- needs_valid_data: table public.m1: fails when a present row breaks the rule
ALTER TABLE public.m ATTACH PARTITION public.m1 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
