CREATE TYPE part;
CREATE FUNCTION part_in(cstring) RETURNS part LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION part_out(part) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
