CREATE TABLE m (at date, v integer) PARTITION BY RANGE (at);
CREATE TABLE m1 (at date, v integer);
