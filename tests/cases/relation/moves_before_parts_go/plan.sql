-- drops_column: column public.other_b.y: drops the column with its values
ALTER TABLE public.other_b DROP COLUMN y;

-- drops_column: column public.other_p.y: drops the column with its values
ALTER TABLE public.other_p DROP COLUMN y;

-- drops_column: column public.s.x: drops the column with its values
ALTER TABLE public.s DROP COLUMN x;

ALTER TABLE public.c INHERIT public.other_b, NO INHERIT public.b;

-- drops_column: column public.b.n: drops the column with its values
ALTER TABLE public.b DROP COLUMN n;

ALTER TABLE public.p DETACH PARTITION public.q;

-- scans_table: table public.q: reads the whole table under its lock
-- needs_valid_data: table public.q: fails when a present row breaks the rule
ALTER TABLE public.other_p ATTACH PARTITION public.q FOR VALUES FROM (1) TO (9);

ALTER TABLE public.p DETACH PARTITION public.r;

-- drops_column: column public.p.n: drops the column with its values
ALTER TABLE public.p DROP COLUMN n;

-- scans_table: table public.s: reads the whole table under its lock
-- needs_valid_data: table public.s: fails when a present row breaks the rule
ALTER TABLE public.p ATTACH PARTITION public.s FOR VALUES FROM (10) TO (19);

ALTER TABLE public.r ADD COLUMN x integer;
