CREATE TABLE t (a text, b text COLLATE "C", c text COLLATE "C", n integer);
CREATE VIEW changed AS SELECT a FROM t;
CREATE VIEW on_top AS SELECT a FROM changed;
CREATE VIEW computed AS SELECT lower(b) AS x, n FROM t;
CREATE VIEW alike AS SELECT b AS x, n FROM t;
CREATE VIEW plain AS SELECT a AS x, n FROM t;
