CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED, c integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE INDEX t_b ON t (b);
