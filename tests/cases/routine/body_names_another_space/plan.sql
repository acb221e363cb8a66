SET LOCAL check_function_bodies = off;

-- recreates_object: routine shop.first_line(): drops the object and makes it again
DROP FUNCTION shop.first_line();

DROP TYPE shop.line;

CREATE TYPE archive.line AS (
    item bigint,
    quantity integer
);

CREATE FUNCTION shop.first_line()
    RETURNS archive.line
    LANGUAGE plpgsql
AS $$
DECLARE
    found shop.line;
BEGIN
    RETURN found;
END;
$$;
