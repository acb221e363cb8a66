CREATE TABLE p (a integer, b integer);
CREATE TABLE c (b integer) INHERITS (p);
