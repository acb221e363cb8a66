SET check_function_bodies = off;
CREATE SCHEMA shop;
CREATE TABLE shop.item (id bigint);
CREATE PROCEDURE clear(OUT gone integer) LANGUAGE sql BEGIN ATOMIC DELETE FROM shop.item; END;
CREATE FUNCTION odd() RETURNS integer LANGUAGE sql AS 'SELECT nothing FROM nowhere';
