DROP FUNCTION public.f(public.pair);

DROP TYPE public.pair;

CREATE TABLE public.t (
    a integer
);
