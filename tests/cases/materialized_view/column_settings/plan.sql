-- recreates_materialized_view: materialized view public.made_anew: drops the materialized view and fills it again
DROP MATERIALIZED VIEW public.made_anew;

ALTER MATERIALIZED VIEW public.kept ALTER COLUMN title SET STORAGE EXTENDED;

ALTER MATERIALIZED VIEW public.kept ALTER COLUMN id SET STATISTICS 50;

ALTER MATERIALIZED VIEW public.kept ALTER COLUMN id SET (n_distinct='-1');

ALTER MATERIALIZED VIEW public.kept ALTER COLUMN notes SET COMPRESSION pglz;

CREATE MATERIALIZED VIEW public.made_anew AS
SELECT title, id FROM task;

ALTER MATERIALIZED VIEW public.made_anew ALTER COLUMN title SET (n_distinct='5');
