ALTER SEQUENCE public.custom RENAME TO t_id_seq;

SELECT pg_catalog.setval('public.t_id_seq', 1000, true) FROM public.t_id_seq WHERE last_value > 1000;

ALTER SEQUENCE public.t_id_seq INCREMENT BY 2 MAXVALUE 1000 START WITH 5 CYCLE;

COMMENT ON SEQUENCE public.t_id_seq IS 'numbers of t';
