DROP VIEW public.a;

DROP VIEW public.v;
