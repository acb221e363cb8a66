ALTER TYPE public.pair DROP ATTRIBUTE b;

ALTER TYPE public.pair ALTER ATTRIBUTE a TYPE bigint;

ALTER TYPE public.pair ADD ATTRIBUTE d boolean;
