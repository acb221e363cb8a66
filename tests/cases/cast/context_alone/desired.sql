CREATE TYPE mood AS ENUM ('a', 'b');
CREATE FUNCTION m2i(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$SELECT CASE $1::text WHEN 'a' THEN 1 ELSE 2 END$$;
CREATE CAST (mood AS integer) WITH FUNCTION m2i(mood) AS IMPLICIT;
CREATE TABLE t (m mood, g integer GENERATED ALWAYS AS (m::integer) STORED, CHECK (m::integer > 0));
CREATE VIEW a_v AS SELECT m::integer AS x FROM t;
