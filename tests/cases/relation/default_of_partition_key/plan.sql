CREATE TABLE public.t (
    a int4range DEFAULT 'empty'
) PARTITION BY list (a);

CREATE TABLE public.c PARTITION OF public.t DEFAULT PARTITION BY range (a);

ALTER TABLE public.c ALTER COLUMN a SET NOT NULL;
