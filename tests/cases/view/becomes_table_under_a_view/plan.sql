-- recreates_view: view public.y: drops the view and makes it again
DROP VIEW public.y;

-- recreates_object: routine public.f(): drops the object and makes it again
DROP FUNCTION public.f();

DROP VIEW public.x;

CREATE TABLE public.x (
    a integer
);

CREATE VIEW public.y AS
SELECT a FROM x;

CREATE FUNCTION public.f()
    RETURNS SETOF public.x
    LANGUAGE sql
AS $$SELECT 1$$;
