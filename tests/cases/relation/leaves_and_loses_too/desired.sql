CREATE TABLE p (id integer NOT NULL, w integer) PARTITION BY RANGE (id);
CREATE TABLE p1 (id integer NOT NULL, w integer);
CREATE TABLE b (id integer);
CREATE TABLE c (id integer, x integer);
