CREATE TABLE t (a integer);
CREATE SCHEMA shop;
CREATE TABLE shop.item (id bigint);
CREATE FUNCTION shop.items() RETURNS SETOF shop.item LANGUAGE sql AS 'SELECT * FROM shop.item';
ALTER SCHEMA shop RENAME TO store;
