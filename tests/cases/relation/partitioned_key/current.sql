CREATE TABLE m (id bigint, v integer) PARTITION BY HASH (id);
