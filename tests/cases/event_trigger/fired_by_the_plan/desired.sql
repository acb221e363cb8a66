CREATE TABLE cat (id integer PRIMARY KEY, more text);
CREATE FUNCTION guard() RETURNS event_trigger LANGUAGE plpgsql AS $$ begin perform more from cat; end $$;
CREATE EVENT TRIGGER g ON sql_drop EXECUTE FUNCTION guard();
