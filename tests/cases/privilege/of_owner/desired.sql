CREATE TABLE book (id bigint, title text);
ALTER TABLE book OWNER TO pg_monitor;
REVOKE INSERT ON book FROM pg_monitor;
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
GRANT EXECUTE ON FUNCTION f TO pg_monitor WITH GRANT OPTION;
ALTER FUNCTION f OWNER TO pg_monitor;
