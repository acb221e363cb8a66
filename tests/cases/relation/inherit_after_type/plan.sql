ALTER TABLE public.x ALTER COLUMN b TYPE character varying;

ALTER TABLE public.y ALTER COLUMN b TYPE character varying;

ALTER TABLE public.y INHERIT public.x;
