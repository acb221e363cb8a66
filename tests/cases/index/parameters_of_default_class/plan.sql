-- drops_index: index public.t_v: drops an index that queries may rely on
DROP INDEX public.t_v;

-- blocks_writes: index public.t_v: blocks writes while it runs
CREATE INDEX t_v ON public.t USING gist (v pg_catalog.tsvector_ops (siglen='100'));

-- blocks_writes: index public.t_w: blocks writes while it runs
CREATE INDEX t_w ON public.t USING gist (v);
