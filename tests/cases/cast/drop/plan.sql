DROP CAST (public.mood AS integer);

DROP CAST (text AS public.mood);

DROP FUNCTION public.level(public.mood);
