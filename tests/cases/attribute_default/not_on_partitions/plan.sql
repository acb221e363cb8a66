CREATE TABLE public.z_top (
    id integer DEFAULT 7,
    key integer
) PARTITION BY list (key);

CREATE TABLE public.b_middle PARTITION OF public.z_top FOR VALUES IN (1, 2) PARTITION BY list (key);

ALTER TABLE ONLY public.b_middle ALTER COLUMN id DROP DEFAULT;

CREATE TABLE public.a_low PARTITION OF public.b_middle FOR VALUES IN (1);

CREATE TABLE public.c_low PARTITION OF public.b_middle FOR VALUES IN (2);

ALTER TABLE public.c_low ALTER COLUMN key SET NOT NULL;
