CREATE TYPE e AS ENUM ('x', 'y');
CREATE TABLE t (id integer, p e, q e);
CREATE FUNCTION f(e) RETURNS integer LANGUAGE sql RETURN 1;
