CREATE SCHEMA stops;
ALTER DEFAULT PRIVILEGES IN SCHEMA stops GRANT SELECT ON TABLES TO PUBLIC;
CREATE TABLE stops.stop (id bigint PRIMARY KEY, name text);

CREATE FOREIGN DATA WRAPPER plain;
CREATE SERVER city TYPE 'register' VERSION '1' FOREIGN DATA WRAPPER plain OPTIONS (host 'a', port '1');
CREATE USER MAPPING FOR PUBLIC SERVER city OPTIONS ("user" 'guest', password 'open sesame');
CREATE FOREIGN TABLE stops.street (
  id int OPTIONS (column_name 'nr'),
  name text
) SERVER city OPTIONS (table_name 'streets');
CREATE INDEX stop_name_idx ON stops.stop (lower(name));
