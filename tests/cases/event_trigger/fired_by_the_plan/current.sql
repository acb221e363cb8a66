CREATE TABLE cat (id integer PRIMARY KEY, extra text);
CREATE TABLE z (id integer);
CREATE FUNCTION guard() RETURNS event_trigger LANGUAGE plpgsql AS $$ begin perform extra from cat; end $$;
CREATE EVENT TRIGGER g ON sql_drop EXECUTE FUNCTION guard();
