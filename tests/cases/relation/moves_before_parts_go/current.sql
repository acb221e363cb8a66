CREATE TABLE b (n integer, id integer);
CREATE TABLE other_b (n integer, id integer, y integer);
CREATE TABLE c (x integer) INHERITS (b);
CREATE TABLE p (n integer, id integer) PARTITION BY RANGE (id);
CREATE TABLE other_p (n integer, id integer, y integer) PARTITION BY RANGE (id);
CREATE TABLE q PARTITION OF p FOR VALUES FROM (1) TO (9);
CREATE TABLE r PARTITION OF p FOR VALUES FROM (10) TO (19);
CREATE TABLE s (id integer, x integer);
