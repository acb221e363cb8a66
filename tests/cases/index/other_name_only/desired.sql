CREATE TABLE t (a integer, b integer, c text);
CREATE UNIQUE INDEX t_a ON t (a);
CREATE INDEX t_c ON t (lower(c)) WHERE a > 1;
COMMENT ON INDEX t_c IS 'some';
CREATE INDEX other ON t (b);
CREATE INDEX more ON t (b, a);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE UNIQUE INDEX m_key ON m (a);
