CREATE TABLE b (id integer);
CREATE TABLE other_b (n integer, id integer);
CREATE TABLE c (x integer) INHERITS (other_b);
CREATE TABLE p (id integer) PARTITION BY RANGE (id);
CREATE TABLE other_p (n integer, id integer) PARTITION BY RANGE (id);
CREATE TABLE q PARTITION OF other_p FOR VALUES FROM (1) TO (9);
CREATE TABLE r (n integer, id integer, x integer);
CREATE TABLE s (id integer);
ALTER TABLE p ATTACH PARTITION s FOR VALUES FROM (10) TO (19);
