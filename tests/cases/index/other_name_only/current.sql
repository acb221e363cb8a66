CREATE TABLE t (a integer, b integer, c text);
CREATE UNIQUE INDEX plain ON t (a);
CREATE INDEX partly ON t (lower(c)) WHERE a > 1;
COMMENT ON INDEX partly IS 'some';
CREATE INDEX one ON t (b);
CREATE INDEX other ON t (b, a);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE UNIQUE INDEX m_a ON m (a);
