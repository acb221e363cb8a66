CREATE FUNCTION ok(integer, text DEFAULT 'x') RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION fine(integer, text DEFAULT 'x') RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE TABLE t (a integer, b integer, c boolean DEFAULT ok(1), CONSTRAINT t_check CHECK (ok(a)));
CREATE TABLE u (a integer, g boolean GENERATED ALWAYS AS (fine(a)) STORED);
CREATE INDEX t_b ON t (b) WHERE ok(b);
CREATE POLICY p ON t USING (ok(a));
CREATE VIEW v AS SELECT a FROM t WHERE ok(a);
CREATE VIEW w AS SELECT a FROM v;
