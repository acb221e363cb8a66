CREATE TABLE t (a timestamptz, b timestamp, c timestamptz, d timestamptz[], e date, f tsrange);
