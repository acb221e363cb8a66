CREATE TYPE floats AS RANGE (SUBTYPE = double precision);
CREATE TABLE t (a floats_multirange);
