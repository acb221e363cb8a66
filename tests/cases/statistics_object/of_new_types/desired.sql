CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE t (a int, b text, m mood);
CREATE STATISTICS by_expression ON a, (lower(b)) FROM t;
ALTER STATISTICS by_expression SET STATISTICS 100;
ALTER STATISTICS by_expression OWNER TO pg_monitor;
CREATE STATISTICS by_columns ON a, m FROM t;
ALTER STATISTICS by_columns SET STATISTICS 200;
ALTER STATISTICS by_columns OWNER TO pg_monitor;
COMMENT ON STATISTICS by_columns IS 'kept';
