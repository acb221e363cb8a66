CREATE TABLE p (id integer, b integer, c integer, a integer) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX p_a ON p (b);
CREATE TABLE t (b integer, a text);
CREATE TABLE c (x integer) INHERITS (t);
CREATE VIEW v AS SELECT b AS a, a AS b FROM t;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(b) AS max FROM p; END;
