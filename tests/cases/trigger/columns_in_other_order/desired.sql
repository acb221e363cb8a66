-- The order is of no use, but the server keeps it and pg_dump shows it.
CREATE TABLE t (a int, b int, c int);
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER kept AFTER UPDATE OF b, a ON t EXECUTE FUNCTION noted();
CREATE TRIGGER note AFTER UPDATE OF a, b ON t EXECUTE FUNCTION noted();
