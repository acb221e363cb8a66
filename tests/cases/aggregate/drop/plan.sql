DROP VIEW public.v;

DROP AGGREGATE public.counted(*);

DROP AGGREGATE public.nth(double precision ORDER BY anyelement);

DROP AGGREGATE public.total(integer);

DROP FUNCTION public.add(bigint, integer);
