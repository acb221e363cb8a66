CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', COMBINEFUNC = int4pl, PARALLEL = SAFE);
CREATE VIEW v AS SELECT total(a) AS sum FROM generate_series(1, 3) a;
