CREATE TABLE t (a integer DEFAULT 2, b integer, c date, d text);
