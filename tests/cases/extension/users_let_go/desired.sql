CREATE DOMAIN d AS text DEFAULT 'none';
CREATE FUNCTION f(a text DEFAULT 'none') RETURNS text LANGUAGE sql AS 'select a';
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (
  id text DEFAULT 'none',
  was text,
  x text CONSTRAINT short CHECK (length(x) < 2)
);
CREATE INDEX t_x ON t (length(x));
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.id <> 'none') EXECUTE FUNCTION tf();
CREATE POLICY p ON t USING (length(x) > 1);
CREATE RULE r AS ON INSERT TO t WHERE length(NEW.x) > 1 DO INSTEAD NOTHING;
CREATE STATISTICS s ON length(x), id FROM t;
CREATE VIEW v AS SELECT 'none'::text AS salt, x FROM t;
CREATE MATERIALIZED VIEW m AS SELECT length(x)::real AS s FROM t;
