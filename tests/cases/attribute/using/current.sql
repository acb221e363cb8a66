CREATE TABLE t (a text DEFAULT '1', b boolean, c timestamp, d integer);
