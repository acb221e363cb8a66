CREATE TYPE r AS RANGE (subtype = bigint);
CREATE TYPE going AS RANGE (subtype = bigint);
CREATE TABLE t (a r, b going);
