CREATE TABLE a (id integer PRIMARY KEY, x integer);
CREATE TABLE b (id integer PRIMARY KEY, y text, a_id integer REFERENCES a);
CREATE VIEW v AS SELECT a.id, b.y FROM a JOIN b ON b.a_id = a.id;
CREATE SEQUENCE c;
CREATE VIEW d AS SELECT 1 AS x;
