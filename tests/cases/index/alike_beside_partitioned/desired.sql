CREATE TABLE top (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE middle PARTITION OF top DEFAULT PARTITION BY RANGE (a);
CREATE TABLE low PARTITION OF middle FOR VALUES FROM (1) TO (9);
-- Each on its own beside what the partitioned table's index takes.
CREATE INDEX ON top (a) WITH (deduplicate_items = off);
CREATE INDEX ON low (a) WITH (fillfactor = 70);
CREATE INDEX taken ON low (b);
CREATE INDEX z ON top (b);
CREATE INDEX another ON low (b);
