-- drops_data: table public.u: drops the rows that it holds
DROP TABLE public.u;

DROP TYPE public.txt CASCADE;
