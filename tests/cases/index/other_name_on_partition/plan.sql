ALTER TABLE public.m1 RENAME CONSTRAINT m1_pkey TO m1_key;

ALTER INDEX public.m1_a_idx RENAME TO by_a;
