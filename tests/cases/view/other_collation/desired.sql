CREATE TABLE t (a text, b text COLLATE "C", c text COLLATE "C", n integer);
CREATE VIEW changed AS SELECT a COLLATE "C" AS a FROM t;
CREATE VIEW on_top AS SELECT a FROM changed;
CREATE VIEW computed AS SELECT lower(a) AS x, n FROM t;
CREATE VIEW alike AS SELECT c AS x, n FROM t;
CREATE VIEW plain AS SELECT a AS x, n + 1 AS n FROM t;
