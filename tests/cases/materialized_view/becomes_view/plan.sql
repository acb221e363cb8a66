-- recreates_view: view public.z: drops the view and makes it again
DROP VIEW public.z;

-- recreates_view: view public.y: drops the view and makes it again
DROP VIEW public.y;

DROP MATERIALIZED VIEW public.x;

CREATE VIEW public.x AS
SELECT 1 AS a;

CREATE VIEW public.y AS
SELECT a FROM x;

CREATE VIEW public.z AS
SELECT a FROM y;
