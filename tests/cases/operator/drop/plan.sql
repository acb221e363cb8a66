ALTER TABLE public.t DROP CONSTRAINT t_a_check;

DROP OPERATOR public.!== (integer, integer);

DROP OPERATOR public.=== (integer, integer);

DROP OPERATOR public.@# (NONE, text);

DROP FUNCTION public.f(integer, integer);

DROP FUNCTION public.g(integer, integer);

DROP FUNCTION public.size(text);
