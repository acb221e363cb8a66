-- drops_index: index public.ev_k: drops an index that queries may rely on
DROP INDEX public.ev_k;

-- blocks_writes: index public.ev_k: blocks writes while it runs
CREATE INDEX ev_k ON public.ev (k, id);
