CREATE TYPE extent AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = span_multirange);
CREATE TABLE t (a extent DEFAULT extent(1, 2));
