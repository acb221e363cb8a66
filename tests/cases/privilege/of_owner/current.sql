CREATE TABLE book (id bigint, title text);
ALTER TABLE book OWNER TO pg_monitor;
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f OWNER TO pg_monitor;
