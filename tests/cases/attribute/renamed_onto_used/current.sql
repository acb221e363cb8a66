CREATE TABLE t (id integer PRIMARY KEY, b text, a integer);
CREATE INDEX t_a ON t (a);
CREATE INDEX t_b_idx ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT b FROM t;
COMMENT ON COLUMN t.a IS 'old';
