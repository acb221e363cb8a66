CREATE SCHEMA app;
CREATE TABLE app.item (id integer);
-- The server can check it.
CREATE FUNCTION app.first_item() RETURNS integer LANGUAGE sql SET search_path = app AS 'SELECT id FROM item';
