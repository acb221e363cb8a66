CREATE INDEX begun ON ONLY public.ev (at);

-- blocks_writes: index public.ev_2_at_idx: blocks writes while it runs
CREATE INDEX ev_2_at_idx ON public.ev_2 (at);

ALTER INDEX public.begun ATTACH PARTITION public.ev_2_at_idx;

-- blocks_writes: index public.half_2: blocks writes while it runs
CREATE INDEX half_2 ON public.ev_2 (id);

ALTER INDEX public.half ATTACH PARTITION public.half_2;
