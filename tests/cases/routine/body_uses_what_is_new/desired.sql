CREATE TABLE t (a integer);
CREATE SEQUENCE z_numbers;
CREATE TYPE z_mood AS ENUM ('fine', 'sad');
CREATE DOMAIN z_count AS integer;
CREATE TYPE z_pair AS (x integer, y integer);
CREATE AGGREGATE z_sum(integer) (SFUNC = int4pl, STYPE = integer);
CREATE OPERATOR ==== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq);
CREATE COLLATION z_order (locale = 'C');
CREATE TEXT SEARCH CONFIGURATION z_words (COPY = simple);
CREATE FUNCTION f() RETURNS integer LANGUAGE sql
BEGIN ATOMIC
    SELECT z_sum(1)
    FROM (SELECT nextval('z_numbers'), 'fine'::z_mood, 1::z_count, ROW(1, 2)::z_pair, 1 ==== 2,
                 'a' COLLATE z_order < 'b', to_tsvector('z_words', 'x')) AS x;
END;
CREATE VIEW v AS
SELECT z_sum(1) AS sum, nextval('z_numbers') AS number
FROM xmltable('/a' PASSING '<a/>' COLUMNS mood z_mood PATH '@m', count z_count PATH '@c');
