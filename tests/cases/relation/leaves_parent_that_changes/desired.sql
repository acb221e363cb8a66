CREATE TABLE a (id bigint, added text);
CREATE TABLE b (m integer) INHERITS (a);
CREATE TABLE c (n integer NOT NULL DEFAULT 3, id integer, x integer, CONSTRAINT positive CHECK (n > 0));
CREATE TABLE d (n integer NOT NULL DEFAULT 3, id integer, m integer, x integer, CONSTRAINT positive CHECK (n > 0));
CREATE TABLE e (x integer) INHERITS (b);
