CREATE TYPE s AS ENUM ('a', 'c');
CREATE TABLE p (id integer, k s) PARTITION BY RANGE (id);
CREATE TABLE p1 (id integer, k s, gone s);
CREATE TABLE t (k text PRIMARY KEY);
CREATE TABLE u (k text REFERENCES t, n s);
