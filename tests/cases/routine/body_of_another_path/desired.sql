CREATE SCHEMA app;
CREATE TABLE app.item (id integer);
-- The server understands the bodies only under this path.
SET search_path = app;
CREATE FUNCTION first_item() RETURNS integer LANGUAGE sql AS 'SELECT id FROM item';
RESET search_path;
