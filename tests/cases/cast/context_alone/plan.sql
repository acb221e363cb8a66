DROP CAST (public.mood AS integer);

CREATE CAST (public.mood AS integer) WITH FUNCTION public.m2i(public.mood) AS IMPLICIT;
