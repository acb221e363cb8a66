ALTER TABLE public.work DROP CONSTRAINT work_author;

-- needs_valid_data: constraint public.work.work_author: fails when a present row breaks the rule
-- scans_table: constraint public.work.work_author: reads the whole table under its lock
ALTER TABLE public.work ADD CONSTRAINT work_author FOREIGN KEY (house, author) REFERENCES public.author (house, id) ON DELETE SET NULL (author);
