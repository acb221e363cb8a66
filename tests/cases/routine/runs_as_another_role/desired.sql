CREATE SCHEMA shop;
CREATE TABLE shop.item (id bigint);
CREATE FUNCTION items() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM shop.item';
-- It may not even use the schema.
ALTER FUNCTION items() SET role TO pg_monitor;
