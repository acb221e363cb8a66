CREATE TABLE m (a integer, b integer) PARTITION BY RANGE (a);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX by_a ON m (a) WITH (fillfactor = 70);
CREATE INDEX by_a_too ON m (a);
