CREATE SCHEMA shop;
CREATE SCHEMA archive;
CREATE TYPE shop.line AS (item bigint, quantity integer);
CREATE FUNCTION shop.first_line() RETURNS shop.line LANGUAGE plpgsql AS $$
DECLARE
    found shop.line;
BEGIN
    RETURN found;
END;
$$;
ALTER TYPE shop.line SET SCHEMA archive;
