ALTER TABLE public.p DETACH PARTITION public.p1;

-- scans_table: table public.p1: reads the whole table under its lock
-- needs_valid_data: table public.p1: fails when a present row breaks the rule
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN (1, 2);

ALTER TABLE public.p1 ENABLE ALWAYS TRIGGER t;

ALTER TABLE public.p11 DISABLE TRIGGER t;

COMMENT ON TRIGGER t ON public.p11 IS 'off';
