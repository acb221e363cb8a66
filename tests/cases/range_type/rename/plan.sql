ALTER TYPE public.span RENAME TO extent;

ALTER FUNCTION public.span (integer, integer) RENAME TO extent;

ALTER FUNCTION public.span (integer, integer, text) RENAME TO extent;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT extent(1, 2);
