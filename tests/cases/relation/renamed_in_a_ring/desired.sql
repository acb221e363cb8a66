CREATE TABLE b (id integer PRIMARY KEY, x integer);
CREATE TABLE a (id integer PRIMARY KEY, y text, a_id integer REFERENCES b);
CREATE VIEW v AS SELECT b.id, a.y FROM b JOIN a ON a.a_id = b.id;
CREATE SEQUENCE d;
CREATE VIEW c AS SELECT 1 AS x;
