CREATE TYPE city;
CREATE FUNCTION city_in(cstring) RETURNS city LANGUAGE internal IMMUTABLE AS 'int4in';
CREATE FUNCTION city_out(city) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
GRANT EXECUTE ON FUNCTION city_in(cstring) TO pg_monitor;
