CREATE TABLE m (at date, v integer) PARTITION BY LIST (v);
