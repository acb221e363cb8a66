ALTER TABLE public.c DROP CONSTRAINT c_fkey;

ALTER TABLE public.t DROP CONSTRAINT pk;

-- needs_unique_data: constraint public.t.pk: fails when present rows repeat a value
-- blocks_reads: constraint public.t.pk: blocks reads and writes while it runs
ALTER TABLE public.t ADD CONSTRAINT pk PRIMARY KEY (a) INCLUDE (b);

-- needs_valid_data: constraint public.c.c_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.c.c_fkey: reads the whole table under its lock
ALTER TABLE public.c ADD CONSTRAINT c_fkey FOREIGN KEY (a) REFERENCES public.t (a);

-- disables_checks: constraint public.c.c_fkey: lets in rows that break keys and foreign keys
ALTER TABLE public.c DISABLE TRIGGER ALL;

ALTER TABLE public.t CLUSTER ON pk;

ALTER TABLE public.t REPLICA IDENTITY USING INDEX pk;

COMMENT ON CONSTRAINT c_fkey ON public.c IS 'unchecked';

COMMENT ON INDEX public.pk IS 'its index';

COMMENT ON CONSTRAINT pk ON public.t IS 'the key';
