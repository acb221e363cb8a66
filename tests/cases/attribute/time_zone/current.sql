CREATE TABLE t (a timestamp, b timestamptz, c date, d timestamp[], e timestamp, f tsrange);
