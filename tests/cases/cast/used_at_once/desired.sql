CREATE TYPE mood AS ENUM ('a', 'b');
CREATE FUNCTION m2i(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$SELECT CASE $1::text WHEN 'a' THEN 1 ELSE 2 END$$;
CREATE CAST (mood AS integer) WITH FUNCTION m2i(mood) AS IMPLICIT;
CREATE TYPE pair AS (a integer, b integer);
CREATE CAST (pair AS point) WITH INOUT;
CREATE TABLE t (
    m mood,
    g integer GENERATED ALWAYS AS (m::integer) STORED,
    d integer DEFAULT 'a'::mood::integer,
    e integer DEFAULT 'b'::mood,
    CHECK (m::integer > 0)
);
CREATE INDEX a_i ON t ((m::integer));
CREATE VIEW a_v AS SELECT m::integer AS x FROM t;
CREATE VIEW a_v2 AS SELECT abs(m) AS x FROM t;
CREATE VIEW a_v3 AS SELECT ARRAY[m]::integer[] AS x FROM t;
CREATE VIEW a_v4 AS SELECT ROW(1, 2)::pair::point AS x;
CREATE POLICY a_p ON t USING (m::integer > 0);
CREATE FUNCTION a_f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT m::integer FROM t; END;
