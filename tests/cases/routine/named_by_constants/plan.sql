SET LOCAL check_function_bodies = off;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

ALTER TABLE public.a ALTER COLUMN p DROP DEFAULT;

ALTER TABLE public.a ALTER COLUMN q DROP DEFAULT;

-- recreates_object: routine public.z_f(integer): drops the object and makes it again
DROP FUNCTION public.z_f(integer);

-- recreates_object: routine public.z_g(integer): drops the object and makes it again
DROP FUNCTION public.z_g(integer);

CREATE FUNCTION public.z_f(integer)
    RETURNS bigint
    LANGUAGE sql
AS $$SELECT 1$$;

ALTER TABLE public.a ALTER COLUMN p SET DEFAULT 'z_f(int)';

ALTER TABLE public.a ALTER COLUMN q SET DEFAULT 'z_f';

CREATE VIEW public.v AS
SELECT 'z_f(int)'::regprocedure AS p;

CREATE FUNCTION public.z_g(integer)
    RETURNS bigint
    LANGUAGE sql
AS $$SELECT 1$$;
