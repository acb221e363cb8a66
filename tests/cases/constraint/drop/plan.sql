ALTER TABLE public.author DROP CONSTRAINT author_best;

ALTER TABLE public.work DROP CONSTRAINT work_pkey;

ALTER TABLE public.work ALTER COLUMN id DROP NOT NULL;
