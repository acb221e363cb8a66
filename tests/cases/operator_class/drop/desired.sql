CREATE TABLE t (a integer, b box);
