CREATE TYPE r AS RANGE (subtype = bigint);
CREATE TYPE coming AS RANGE (subtype = bigint);
CREATE TABLE t (a int8range, b coming);
