CREATE TYPE floats AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = many_floats);
CREATE TABLE t (a many_floats);
