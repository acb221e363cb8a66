CREATE TYPE public.pair AS (
    a integer,
    b text COLLATE pg_catalog."C"
);

CREATE TABLE public.t (
    p public.pair
);
