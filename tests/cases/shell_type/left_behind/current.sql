CREATE TYPE city;
CREATE FUNCTION city_in(cstring) RETURNS city LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION city_out(city) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE city (INPUT = city_in, OUTPUT = city_out, INTERNALLENGTH = 4, PASSEDBYVALUE);
GRANT EXECUTE ON FUNCTION city_in(cstring) TO pg_monitor;
