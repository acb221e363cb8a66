CREATE TABLE t (a integer);
CREATE FUNCTION minutes(time, time) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT extract(epoch from $1 - $2)::double precision';
CREATE TYPE timerange AS RANGE (SUBTYPE = time, SUBTYPE_DIFF = minutes);
CREATE TYPE "Odd" AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops, MULTIRANGE_TYPE_NAME = odds);
COMMENT ON TYPE timerange IS 'A part of a day';
REVOKE USAGE ON TYPE timerange FROM PUBLIC;
CREATE TABLE shift (during timerange NOT NULL CHECK (NOT isempty(during)), pauses timemultirange DEFAULT timemultirange(), words "Odd", EXCLUDE USING gist (during WITH &&));
