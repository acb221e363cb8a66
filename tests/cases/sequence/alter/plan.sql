SELECT pg_catalog.setval('public.s', 5, false) FROM public.s WHERE last_value < 5;

SELECT pg_catalog.setval('public.s', 2147483647, true) FROM public.s WHERE last_value > 2147483647;

ALTER SEQUENCE public.s AS integer INCREMENT BY 2 MINVALUE 5 MAXVALUE 2147483647 START WITH 5 CACHE 2 CYCLE;

ALTER SEQUENCE public.s OWNED BY public.t.id;
