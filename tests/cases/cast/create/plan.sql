CREATE CAST (text AS public.mood) WITH INOUT AS ASSIGNMENT;

CREATE FUNCTION public.level(public.mood)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
AS $$SELECT 1$$;

CREATE CAST (public.mood AS integer) WITH FUNCTION public.level(public.mood) AS IMPLICIT;

COMMENT ON CAST (public.mood AS integer) IS 'How high';
