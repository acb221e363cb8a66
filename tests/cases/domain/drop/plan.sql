ALTER TABLE public.t ALTER COLUMN e TYPE text;

DROP DOMAIN public.email;
