-- blocks_writes: index public.taken: blocks writes while it runs
CREATE INDEX taken ON public.low (b);

-- blocks_writes: index public.top_a_idx: blocks writes while it runs
CREATE INDEX top_a_idx ON public.top (a) WITH (deduplicate_items='off');

-- blocks_writes: index public.low_a_idx1: blocks writes while it runs
CREATE INDEX low_a_idx1 ON public.low (a) WITH (fillfactor='70');

-- blocks_writes: index public.z: blocks writes while it runs
CREATE INDEX z ON public.top (b);

-- blocks_writes: index public.another: blocks writes while it runs
CREATE INDEX another ON public.low (b);
