CREATE COLLATION public.z_order (LOCALE = 'C');

CREATE TYPE public.z_mood AS ENUM ('fine', 'sad');

CREATE DOMAIN public.z_count AS integer;

CREATE TYPE public.z_pair AS (
    x integer,
    y integer
);

CREATE AGGREGATE public.z_sum(integer) (
    SFUNC = pg_catalog.int4pl,
    STYPE = integer
);

CREATE OPERATOR public.==== (
    FUNCTION = pg_catalog.int4eq,
    LEFTARG = integer,
    RIGHTARG = integer
);

CREATE TEXT SEARCH CONFIGURATION public.z_words (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.z_words ADD MAPPING FOR asciihword, asciiword, email, file, "float", host, hword, hword_asciipart, hword_numpart, hword_part, "int", numhword, numword, sfloat, uint, url, url_path, version, word WITH pg_catalog.simple;

CREATE SEQUENCE public.z_numbers;

CREATE FUNCTION public.f()
    RETURNS integer
    LANGUAGE sql
BEGIN ATOMIC
 SELECT z_sum(1) FROM (SELECT nextval('z_numbers'), 'fine'::z_mood, 1::z_count, ROW(1, 2)::z_pair, 1 ==== 2, 'a' COLLATE z_order < 'b', to_tsvector('z_words', 'x')) x;
END;

CREATE VIEW public.v AS
SELECT z_sum(1) AS sum, nextval('z_numbers') AS number FROM xmltable(('/a') PASSING '<a/>' COLUMNS mood z_mood PATH '@m', count z_count PATH '@c');
