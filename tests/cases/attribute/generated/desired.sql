CREATE TABLE t (a integer, c integer, b integer GENERATED ALWAYS AS (a + 2) STORED);
CREATE INDEX t_b ON t (b);
