CREATE TYPE e AS ENUM ('x');
CREATE TYPE e_new AS ENUM ('x', 'y');
CREATE TABLE t (id integer, p e, q e_new);
CREATE FUNCTION f(e) RETURNS integer LANGUAGE sql RETURN 1;
