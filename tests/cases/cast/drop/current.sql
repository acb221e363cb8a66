CREATE TYPE mood AS ENUM ('low', 'high');
CREATE FUNCTION level(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE CAST (mood AS integer) WITH FUNCTION level(mood) AS IMPLICIT;
CREATE CAST (text AS mood) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (mood AS integer) IS 'How high';
CREATE VIEW v AS SELECT ('high'::mood)::integer AS n, abs('low'::mood) AS a;
