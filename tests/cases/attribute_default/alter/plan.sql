CREATE FUNCTION public.p()
    RETURNS numeric
    LANGUAGE sql
AS $$SELECT 1.0$$;

ALTER TABLE public.book ALTER COLUMN price SET DEFAULT p();
