CREATE TABLE s (id serial);
ALTER TABLE s OWNER TO pg_monitor;
CREATE SCHEMA n;
ALTER SCHEMA n OWNER TO pg_monitor;
