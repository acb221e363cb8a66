CREATE TABLE p (a integer, b integer);
CREATE TABLE q (a integer, b integer);
