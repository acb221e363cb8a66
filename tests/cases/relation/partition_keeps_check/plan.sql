ALTER TABLE public.ev DROP CONSTRAINT positive;

-- needs_valid_data: constraint public.ev_1.positive: fails when a present row breaks the rule
-- scans_table: constraint public.ev_1.positive: reads the whole table under its lock
ALTER TABLE public.ev_1 ADD CONSTRAINT positive CHECK (id > 0);
