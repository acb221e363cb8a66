-- recreates_view: view public.computed: drops the view and makes it again
DROP VIEW public.computed;

-- recreates_view: view public.on_top: drops the view and makes it again
DROP VIEW public.on_top;

-- recreates_view: view public.changed: drops the view and makes it again
DROP VIEW public.changed;

CREATE OR REPLACE VIEW public.alike AS
SELECT c AS x, n FROM t;

CREATE VIEW public.changed AS
SELECT a COLLATE "C" AS a FROM t;

CREATE VIEW public.computed AS
SELECT lower(a) AS x, n FROM t;

CREATE VIEW public.on_top AS
SELECT a FROM changed;

CREATE OR REPLACE VIEW public.plain AS
SELECT a AS x, n + 1 AS n FROM t;
