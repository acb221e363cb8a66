-- drops_data: table public.shift: drops the rows that it holds
DROP TABLE public.shift;

DROP TYPE public."Odd";

DROP TYPE public.timerange;

DROP FUNCTION public.minutes(time without time zone, time without time zone);
