CREATE TABLE person (id integer PRIMARY KEY);
CREATE TABLE address (person_id integer PRIMARY KEY REFERENCES person, city text);
CREATE VIEW pv AS SELECT id, city FROM person LEFT JOIN address ON person_id = id;
CREATE TABLE a (id integer, x integer);
CREATE TABLE b (id integer);
CREATE VIEW v AS SELECT id, (SELECT x FROM b LIMIT 1) FROM a;
CREATE FUNCTION f() RETURNS SETOF integer LANGUAGE sql BEGIN ATOMIC SELECT x FROM a JOIN b USING (id); END;
CREATE POLICY p ON a USING (id IN (SELECT x FROM b));
CREATE VIEW w AS SELECT a.id, a.x FROM a JOIN b USING (id);
