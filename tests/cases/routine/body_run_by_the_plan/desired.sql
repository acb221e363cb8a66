CREATE FUNCTION z_f(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 1';
CREATE FUNCTION a_f(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT public.z_f($1)';
CREATE FUNCTION a_g(integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS 'begin return public.a_f($1); end';
CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL DEFAULT a_g(2), CHECK (a_g(id) > 0));
CREATE TABLE a (id integer, g integer GENERATED ALWAYS AS (a_f(id)) STORED);
CREATE INDEX a_i ON a (a_f(id));
CREATE TABLE b (id integer) PARTITION BY LIST (a_f(id));
CREATE MATERIALIZED VIEW a_m AS SELECT a_g(1);
