CREATE TABLE t (a integer, b text, c integer, d integer, e integer[], f integer);
CREATE TABLE s (a integer, c integer);
