-- blocks_writes: index public.p_u: blocks writes while it runs
-- needs_unique_data: index public.p_u: fails when present rows repeat a value
CREATE UNIQUE INDEX p_u ON public.p (b, a);

-- needs_valid_data: constraint public.q.q_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.q.q_fkey: reads the whole table under its lock
ALTER TABLE public.q ADD CONSTRAINT q_fkey FOREIGN KEY (a, b) REFERENCES public.p (a, b);
