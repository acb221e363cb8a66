-- scans_table: table public.ev_2026: reads the whole table under its lock (table public.ev_rest)
-- needs_valid_data: table public.ev_2026: fails when a present row breaks the rule (table public.ev_rest)
CREATE TABLE public.ev_2026 PARTITION OF public.ev FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
