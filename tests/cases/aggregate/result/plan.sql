-- recreates_object: aggregate public.total(integer): drops the object and makes it again
DROP AGGREGATE public.total(integer);

CREATE AGGREGATE public.total(integer) (
    SFUNC = pg_catalog.int4_avg_accum,
    STYPE = bigint[],
    FINALFUNC = pg_catalog.int8_avg,
    INITCOND = '{0,0}'
);
