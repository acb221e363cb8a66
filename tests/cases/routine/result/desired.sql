CREATE FUNCTION f(a integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1::bigint';
COMMENT ON FUNCTION f(integer) IS 'one';
REVOKE EXECUTE ON FUNCTION f(integer) FROM PUBLIC;
CREATE TABLE t (a integer DEFAULT f(1), b integer, CONSTRAINT t_check CHECK (f(b) > 0));
CREATE INDEX t_f ON t (f(b));
CREATE VIEW v AS SELECT f(b) > 0 AS positive FROM t;
