ALTER TABLE public.work DROP CONSTRAINT work_title;

-- needs_unique_data: constraint public.work.work_title: fails when present rows repeat a value
-- blocks_reads: constraint public.work.work_title: blocks reads and writes while it runs
ALTER TABLE public.work ADD CONSTRAINT work_title UNIQUE NULLS NOT DISTINCT (title);
