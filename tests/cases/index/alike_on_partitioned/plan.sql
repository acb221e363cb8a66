-- blocks_writes: index public.by_a: blocks writes while it runs
CREATE INDEX by_a ON public.m (a) WITH (fillfactor='70');

-- blocks_writes: index public.m1_a_idx1: blocks writes while it runs
CREATE INDEX m1_a_idx1 ON public.m1 (a);

-- blocks_writes: index public.by_a_too: blocks writes while it runs
CREATE INDEX by_a_too ON public.m (a);
