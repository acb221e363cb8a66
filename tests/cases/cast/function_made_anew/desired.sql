CREATE TYPE mood AS ENUM ('a', 'b');
CREATE FUNCTION m2i(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$SELECT CASE $1::text WHEN 'a' THEN 1 ELSE 2 END$$;
CREATE CAST (mood AS integer) WITH FUNCTION m2i(mood) AS ASSIGNMENT;
CREATE TABLE t (id integer PRIMARY KEY, m mood, CHECK (m::integer > 0));
CREATE INDEX a_i ON t ((m::integer));
CREATE VIEW a_v AS SELECT m::integer AS x FROM t;
CREATE POLICY a_p ON t USING (m::integer > 0);
