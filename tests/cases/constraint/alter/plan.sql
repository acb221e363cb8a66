ALTER TABLE public.author DROP CONSTRAINT author_n;

ALTER TABLE public.part DROP CONSTRAINT part_w;

ALTER TABLE public.work DROP CONSTRAINT c;

-- sets_not_null: column public.work.title: fails when a present row has no value
-- scans_table: column public.work.title: reads the whole table under its lock
ALTER TABLE public.work ALTER COLUMN title SET NOT NULL;

-- needs_unique_data: constraint public.author.author_n: fails when present rows repeat a value
-- blocks_reads: constraint public.author.author_n: blocks reads and writes while it runs
ALTER TABLE public.author ADD CONSTRAINT author_n UNIQUE (name, born);

ALTER TABLE public.author CLUSTER ON author_n;

-- needs_valid_data: constraint public.part.part_w: fails when a present row breaks the rule
-- scans_table: constraint public.part.part_w: reads the whole table under its lock
ALTER TABLE public.part ADD CONSTRAINT part_w FOREIGN KEY (w) REFERENCES public.work (id) ON DELETE CASCADE;

ALTER TABLE public.work ALTER CONSTRAINT work_author DEFERRABLE INITIALLY IMMEDIATE;

-- needs_valid_data: constraint public.work.work_author: fails when a present row breaks the rule
ALTER TABLE public.work VALIDATE CONSTRAINT work_author;

ALTER INDEX public.work_pkey SET (fillfactor='70');

-- needs_valid_data: constraint public.work.c: fails when a present row breaks the rule
-- scans_table: constraint public.work.c: reads the whole table under its lock
ALTER TABLE public.work ADD CONSTRAINT c CHECK (id > 1);
