-- blocks_writes: index public.its_own: blocks writes while it runs
CREATE INDEX its_own ON public.low USING hash (b);

-- blocks_writes: index public.top_b_idx: blocks writes while it runs
CREATE INDEX top_b_idx ON public.top USING hash (b);
