DROP VIEW public.x;

CREATE TABLE public.x (
    a integer
);
