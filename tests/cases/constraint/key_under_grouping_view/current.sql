CREATE TABLE t (id integer NOT NULL, a text, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE VIEW v AS SELECT id, a, count(*) AS n FROM t GROUP BY id;
CREATE TABLE u (id integer NOT NULL, a text);
CREATE TABLE w (id integer NOT NULL, a text, CONSTRAINT w_pkey PRIMARY KEY (id));
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM (SELECT a FROM w GROUP BY id) x; END;
