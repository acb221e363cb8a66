CREATE TABLE t (id integer NOT NULL, a text, CONSTRAINT npk PRIMARY KEY (id) INCLUDE (a));
CREATE VIEW v AS SELECT id, a, count(*) AS n FROM t GROUP BY id;
CREATE TABLE u (id integer NOT NULL, a text, CONSTRAINT u_pkey PRIMARY KEY (id));
CREATE VIEW a_of_u AS SELECT id, a, count(*) AS n FROM u GROUP BY id;
CREATE TABLE w (id integer NOT NULL, a text, CONSTRAINT w_key PRIMARY KEY (id) INCLUDE (a));
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM (SELECT a FROM w GROUP BY id) x; END;
