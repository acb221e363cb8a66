CREATE TABLE a (n integer NOT NULL DEFAULT 3, id integer, CONSTRAINT positive CHECK (n > 0));
CREATE TABLE b (m integer) INHERITS (a);
CREATE TABLE c (x integer) INHERITS (a);
CREATE TABLE d (x integer) INHERITS (b);
CREATE TABLE e (x integer) INHERITS (a, b);
