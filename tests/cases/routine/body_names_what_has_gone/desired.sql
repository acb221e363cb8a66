CREATE TYPE period AS RANGE (SUBTYPE = numeric);
CREATE FUNCTION last_period() RETURNS period LANGUAGE sql AS 'SELECT NULL::period';
ALTER TYPE period RENAME TO span;
