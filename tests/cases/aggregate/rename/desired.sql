CREATE SCHEMA s;
CREATE AGGREGATE s.summed(integer) (SFUNC = int4pl, STYPE = integer);
