CREATE TABLE t (a integer);
CREATE OPERATOR CLASS less FOR TYPE integer USING btree AS OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 btint4cmp(integer, integer);
CREATE INDEX t_a_idx ON t (a less);
