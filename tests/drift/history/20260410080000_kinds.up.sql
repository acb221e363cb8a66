CREATE SCHEMA lib;

CREATE COLLATION lib.plain (LOCALE = 'C');

CREATE FUNCTION lib.seconds(time, time) RETURNS double precision LANGUAGE sql IMMUTABLE
  AS $$ SELECT extract(epoch FROM $1 - $2)::double precision $$;
CREATE TYPE lib.timerange AS RANGE (SUBTYPE = time, SUBTYPE_DIFF = lib.seconds);

CREATE TYPE lib.level AS ENUM ('low', 'high');
CREATE CAST (text AS lib.level) WITH INOUT;

CREATE AGGREGATE lib.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');

CREATE FUNCTION lib.near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS 'SELECT abs($1 - $2) < 10';
CREATE OPERATOR lib.=~= (FUNCTION = lib.near, LEFTARG = integer, RIGHTARG = integer,
  RESTRICT = eqsel);
CREATE OPERATOR CLASS lib.backwards FOR TYPE integer USING btree AS
  OPERATOR 1 >, OPERATOR 3 =, FUNCTION 1 btint4cmp(integer, integer);

CREATE TEXT SEARCH PARSER lib.parts (START = prsd_start, GETTOKEN = prsd_nexttoken,
  END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE lib.plain_words (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY lib.words (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION lib.search (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION lib.search ADD MAPPING FOR word, asciiword WITH lib.words;

CREATE CONVERSION lib.to_latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
CREATE TYPE lib.soon;
CREATE TYPE lib.txt;
CREATE FUNCTION lib.txt_in(cstring) RETURNS lib.txt LANGUAGE internal IMMUTABLE STRICT
  AS 'textin';
CREATE FUNCTION lib.txt_out(lib.txt) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT
  AS 'textout';
CREATE TYPE lib.txt (INPUT = lib.txt_in, OUTPUT = lib.txt_out, LIKE = text);
