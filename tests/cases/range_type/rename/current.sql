CREATE TYPE span AS RANGE (SUBTYPE = integer);
CREATE TABLE t (a span DEFAULT span(1, 2));
