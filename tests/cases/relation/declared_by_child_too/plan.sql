ALTER TABLE public.par DROP CONSTRAINT k;

ALTER TABLE public.ch DROP CONSTRAINT k;

ALTER TABLE public.ch2 ADD COLUMN z integer;

ALTER TABLE public.par2 ADD COLUMN z integer;
