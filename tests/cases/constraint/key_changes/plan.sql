ALTER TABLE public.part DROP CONSTRAINT part_w;

ALTER TABLE public.work DROP CONSTRAINT work_key;

-- sets_not_null: column public.work.id: fails when a present row has no value
-- scans_table: column public.work.id: reads the whole table under its lock
ALTER TABLE public.work ALTER COLUMN id SET NOT NULL;

-- needs_unique_data: constraint public.work.work_key: fails when present rows repeat a value
-- blocks_reads: constraint public.work.work_key: blocks reads and writes while it runs
ALTER TABLE public.work ADD CONSTRAINT work_key PRIMARY KEY (id);

-- needs_valid_data: constraint public.part.part_w: fails when a present row breaks the rule
-- scans_table: constraint public.part.part_w: reads the whole table under its lock
ALTER TABLE public.part ADD CONSTRAINT part_w FOREIGN KEY (w) REFERENCES public.work (id);
