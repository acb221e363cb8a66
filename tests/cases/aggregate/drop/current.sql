CREATE TABLE t (a integer);
CREATE FUNCTION add(state bigint, value integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT state + value';
CREATE AGGREGATE total(value integer) (SFUNC = add, STYPE = bigint, INITCOND = '0', PARALLEL = SAFE);
COMMENT ON AGGREGATE total(integer) IS 'A sum that starts with nought';
GRANT EXECUTE ON FUNCTION total(integer) TO pg_monitor;
CREATE AGGREGATE counted(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
CREATE AGGREGATE nth(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
CREATE VIEW v AS SELECT total(a) AS sum, counted(*) AS count, nth(0.5) WITHIN GROUP (ORDER BY a) AS middle FROM t;
