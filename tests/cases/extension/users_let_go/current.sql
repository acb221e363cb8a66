CREATE EXTENSION pgcrypto;
CREATE EXTENSION pg_trgm;
CREATE DOMAIN d AS text DEFAULT gen_salt('md5');
CREATE FUNCTION f(a text DEFAULT gen_salt('md5')) RETURNS text LANGUAGE sql AS 'select a';
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (
  id text DEFAULT gen_salt('md5'),
  was text DEFAULT gen_salt('md5'),
  x text CONSTRAINT short CHECK (similarity(x, 'a') < 2)
);
CREATE INDEX t_x ON t (similarity(x, 'a'));
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.id <> gen_salt('md5')) EXECUTE FUNCTION tf();
CREATE POLICY p ON t USING (similarity(x, 'a') > 1);
CREATE RULE r AS ON INSERT TO t WHERE similarity(NEW.x, 'a') > 1 DO INSTEAD NOTHING;
CREATE STATISTICS s ON similarity(x, 'a'), id FROM t;
CREATE VIEW v AS SELECT gen_salt('md5') AS salt, x FROM t;
CREATE MATERIALIZED VIEW m AS SELECT similarity(x, 'a') AS s FROM t;
