CREATE TABLE s (id serial);
ALTER TABLE s OWNER TO pg_read_all_data;
CREATE SCHEMA n;
ALTER SCHEMA n OWNER TO pg_read_all_data;
