CREATE TYPE state AS ENUM ('new', 'used', 'lost');
COMMENT ON TYPE state IS 'of a book';
CREATE TABLE t (id integer, s state DEFAULT 'new'::state NOT NULL, history state[],
    CONSTRAINT t_check CHECK (s <> 'lost'::state OR id > 0));
CREATE INDEX t_new ON t (id) WHERE s = 'new'::state;
CREATE VIEW v AS SELECT id FROM t WHERE s = 'used'::state;
CREATE FUNCTION f(s state) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
