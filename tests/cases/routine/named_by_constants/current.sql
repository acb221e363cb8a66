CREATE FUNCTION z_f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION z_g(integer, text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION z_g(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TABLE a (id integer, p regprocedure DEFAULT 'z_f(int)', q regproc DEFAULT 'z_f', r regprocedure DEFAULT 'z_g(integer, text)');
CREATE VIEW v AS SELECT 'z_f(int)'::regprocedure AS p;
