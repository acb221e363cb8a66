DROP TRIGGER a ON public.book;

DROP FUNCTION public.tf();
