-- needs_unique_data: constraint public.work.work_pkey: fails when present rows repeat a value
-- blocks_reads: constraint public.work.work_pkey: blocks reads and writes while it runs
ALTER TABLE public.work ADD CONSTRAINT work_pkey PRIMARY KEY (id) INCLUDE (title);

-- needs_unique_data: constraint public.work.work_title: fails when present rows repeat a value
-- blocks_reads: constraint public.work.work_title: blocks reads and writes while it runs
ALTER TABLE public.work ADD CONSTRAINT work_title UNIQUE (title) DEFERRABLE INITIALLY DEFERRED;

-- blocks_reads: constraint public.work.work_during: blocks reads and writes while it runs
ALTER TABLE public.work ADD CONSTRAINT work_during EXCLUDE USING gist (during WITH &&) WHERE (id > 5);

-- needs_valid_data: constraint public.work.work_check: fails when a present row breaks the rule
-- scans_table: constraint public.work.work_check: reads the whole table under its lock
ALTER TABLE public.work ADD CONSTRAINT work_check CHECK (title <> '') NO INHERIT;

ALTER TABLE public.work ADD CONSTRAINT work_lazy CHECK (id > 0) NOT VALID;

-- needs_valid_data: constraint public.work.work_author: fails when a present row breaks the rule
-- scans_table: constraint public.work.work_author: reads the whole table under its lock
ALTER TABLE public.work ADD CONSTRAINT work_author FOREIGN KEY (author) REFERENCES public.author (id) ON UPDATE CASCADE ON DELETE SET NULL;
