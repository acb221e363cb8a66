CREATE TABLE p (id integer, a integer, b integer, c integer) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX p_a ON p (a);
CREATE TABLE t (a integer, b text);
CREATE TABLE c (x integer) INHERITS (t);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(a) FROM p; END;
