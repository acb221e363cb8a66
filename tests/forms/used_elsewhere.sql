CREATE SCHEMA s;
CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TYPE e AS ENUM ('x', 'y');
CREATE DOMAIN d AS int CHECK (f(VALUE) > 0);
CREATE TYPE c AS (a d, b e[]);
CREATE TABLE t (a int PRIMARY KEY DEFAULT f(1) CHECK (f(a) > 0), b e DEFAULT 'x', cc c, dd d, g int GENERATED ALWAYS AS (f(a)) STORED);
CREATE INDEX i ON t (f(a)) WHERE b = 'x';
CREATE VIEW v AS SELECT f(a) AS fa, b, (cc).a AS ca FROM t WHERE b = 'y'::e;
CREATE MATERIALIZED VIEW m AS SELECT fa, count(*) AS n FROM v GROUP BY fa;
CREATE POLICY po ON t USING (f(a) > 0 AND b = 'x');
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (f(new.a) > 1) EXECUTE FUNCTION tf();
CREATE RULE ru AS ON DELETE TO t WHERE f(old.a) > 2 DO INSTEAD NOTHING;
CREATE STATISTICS st ON (f(a)), b FROM t;
CREATE FUNCTION h(x e, y c, z d[]) RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
CREATE AGGREGATE ag(int) (SFUNC = int4pl, STYPE = int, FINALFUNC = f);
CREATE OPERATOR <-+-> (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
CREATE CAST (e AS int) WITH INOUT;
COMMENT ON FUNCTION h(e, c, d[]) IS 'h';
GRANT EXECUTE ON FUNCTION h(e, c, d[]) TO anna;
-- form: ALTER FUNCTION RENAME of one that triggers call, beside one with arguments
CREATE TABLE called (a int);
CREATE FUNCTION twice() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION event(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE TRIGGER calls AFTER INSERT ON called EXECUTE FUNCTION twice();
CREATE EVENT TRIGGER calls ON sql_drop EXECUTE FUNCTION event();
ALTER FUNCTION twice() RENAME TO once;
ALTER FUNCTION twice(int) RENAME TO other;
ALTER FUNCTION event() RENAME TO happens;
-- form: ALTER FUNCTION RENAME of one that is used everywhere
ALTER FUNCTION f(int) RENAME TO ff;
-- form: ALTER FUNCTION SET SCHEMA of one that is used everywhere
ALTER FUNCTION f(int) SET SCHEMA s;
-- form: ALTER TYPE RENAME of one that is used everywhere
ALTER TYPE e RENAME TO ee;
ALTER TYPE c RENAME TO c2;
ALTER DOMAIN d RENAME TO d2;
-- form: ALTER TYPE SET SCHEMA of one that is used everywhere
ALTER TYPE e SET SCHEMA s;
ALTER TYPE c SET SCHEMA s;
ALTER DOMAIN d SET SCHEMA s;
-- form: ALTER TABLE RENAME of one that is used everywhere
ALTER TABLE t RENAME TO tt;
ALTER TABLE tt RENAME COLUMN a TO aa;
ALTER TABLE tt RENAME COLUMN b TO bb;
-- form: ALTER TABLE SET SCHEMA of one that is used everywhere
ALTER TABLE t SET SCHEMA s;
-- form: ALTER TYPE RENAME VALUE of one that is used everywhere
ALTER TYPE e RENAME VALUE 'x' TO 'z';
-- form: ALTER TYPE RENAME ATTRIBUTE that an expression picks out of a row
ALTER TYPE c RENAME ATTRIBUTE a TO z;
-- form: ALTER VIEW RENAME of one that is used
ALTER VIEW v RENAME TO w;
ALTER VIEW w RENAME COLUMN fa TO z;
-- form: ALTER SCHEMA RENAME of the one that all is in
ALTER SCHEMA public RENAME TO p2;
-- form: DROP FUNCTION CASCADE of one that is used everywhere
DROP FUNCTION f(int) CASCADE;
-- form: DROP TYPE CASCADE of one that is used everywhere
DROP TYPE e CASCADE;
-- form: DROP DOMAIN CASCADE of the type of an attribute that a view picks out of a row
DROP DOMAIN d CASCADE;
-- form: DROP DOMAIN CASCADE of one that is used everywhere
DROP VIEW v CASCADE;
DROP DOMAIN d CASCADE;
-- form: DROP TYPE CASCADE of a composite type that is used everywhere
DROP TYPE c CASCADE;
-- form: DROP TABLE CASCADE of one that is used everywhere
DROP TABLE t CASCADE;
-- form: DROP VIEW CASCADE of one that is used
DROP VIEW v CASCADE;
-- form: DROP SCHEMA CASCADE of the one that all is in
DROP SCHEMA public CASCADE;
-- form: CREATE OR REPLACE FUNCTION of one that is used everywhere
CREATE OR REPLACE FUNCTION f(int) RETURNS int STABLE STRICT LANGUAGE sql AS 'SELECT 2';
-- form: DROP OWNED BY of the owner of much
ALTER TABLE t OWNER TO anna;
ALTER TYPE e OWNER TO anna;
DROP OWNED BY anna CASCADE;
-- form: ALTER COLUMN TYPE of a column that much uses
-- refused: the view and the policy use it
ALTER TABLE t ALTER a TYPE bigint;
-- form: TRUNCATE and a column that is dropped and made again
ALTER TABLE t DROP COLUMN dd, ADD COLUMN dd int;
ALTER TABLE t DROP COLUMN IF EXISTS dd;
ALTER TABLE t ADD COLUMN IF NOT EXISTS dd d;
