CREATE TABLE m (a integer, b integer NOT NULL) PARTITION BY RANGE (a);
