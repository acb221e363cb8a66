CREATE MATERIALIZED VIEW public.mv WITH (fillfactor='80') AS
SELECT id, title FROM book;

CREATE VIEW public.top AS
SELECT id FROM mv;

CREATE UNIQUE INDEX mv_id ON public.mv (id);
