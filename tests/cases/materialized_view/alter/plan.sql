-- recreates_view: view public.top: drops the view and makes it again
DROP VIEW public.top;

-- recreates_materialized_view: materialized view public.mv: drops the materialized view and fills it again
DROP MATERIALIZED VIEW public.mv;

CREATE MATERIALIZED VIEW public.mv AS
SELECT id, title, price FROM book;

CREATE VIEW public.top AS
SELECT id FROM mv;

-- needs_unique_data: index public.mv_id: fails when present rows repeat a value
CREATE UNIQUE INDEX mv_id ON public.mv (id);

COMMENT ON MATERIALIZED VIEW public.mv IS 'cached';
