DROP RULE quiet ON public.log;

-- drops_data: table public.gone: drops the rows that it holds
DROP TABLE public.gone;
