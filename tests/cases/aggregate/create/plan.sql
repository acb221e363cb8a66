SET LOCAL check_function_bodies = off;

CREATE AGGREGATE public.counted(*) (
    SFUNC = pg_catalog.int8inc,
    STYPE = bigint,
    INITCOND = '0'
);

CREATE AGGREGATE public.nth(double precision ORDER BY anyelement) (
    SFUNC = pg_catalog.ordered_set_transition,
    STYPE = internal,
    FINALFUNC = pg_catalog.percentile_disc_final,
    FINALFUNC_EXTRA
);

CREATE FUNCTION public.add(state bigint, value integer)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE
AS $$SELECT state + value$$;

CREATE AGGREGATE public.total(value integer) (
    SFUNC = public.add,
    STYPE = bigint,
    INITCOND = '0',
    PARALLEL = SAFE
);

CREATE VIEW public.v AS
SELECT total(a) AS sum, counted(*) AS count, nth(0.5) WITHIN GROUP (ORDER BY a) AS middle FROM t;

GRANT EXECUTE ON FUNCTION public.total(integer) TO pg_monitor;

COMMENT ON AGGREGATE public.total(integer) IS 'A sum that starts with nought';
