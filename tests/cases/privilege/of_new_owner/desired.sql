CREATE TABLE book (id bigint, title text);
ALTER TABLE book OWNER TO pg_monitor;
REVOKE INSERT, UPDATE ON book FROM pg_monitor;
ALTER SCHEMA public OWNER TO pg_monitor;
REVOKE CREATE ON SCHEMA public FROM pg_monitor;
