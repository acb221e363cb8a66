CREATE TABLE t (id integer NOT NULL, a text, CONSTRAINT npk PRIMARY KEY (id));
CREATE VIEW v AS SELECT id, a, count(*) AS n FROM t GROUP BY id;
CREATE TABLE u (id integer NOT NULL, a text, CONSTRAINT u_pkey PRIMARY KEY (id));
CREATE VIEW a_of_u AS SELECT id, a, count(*) AS n FROM u GROUP BY id;
