ALTER TABLE public.ev DETACH PARTITION public.ev_1;

-- scans_table: table public.ev_1: reads the whole table under its lock
-- needs_valid_data: table public.ev_1: fails when a present row breaks the rule
ALTER TABLE public.ev ATTACH PARTITION public.ev_1 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');

-- drops_column: column public.ev.old: drops the column with its values
ALTER TABLE public.ev DROP COLUMN old;

-- rewrites_table: column public.ev.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.ev ALTER COLUMN id TYPE bigint;

ALTER TABLE public.ev ADD COLUMN new text;
