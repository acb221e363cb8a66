CREATE TABLE t (a integer);
CREATE OPERATOR CLASS less FOR TYPE integer USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
CREATE INDEX t_a_idx ON t (a less);
