CREATE TABLE par (id integer, CONSTRAINT k CHECK (id > 0));
CREATE TABLE ch (y integer, CONSTRAINT k CHECK (id > 0)) INHERITS (par);
CREATE TABLE par2 (id integer);
CREATE TABLE ch2 (y integer) INHERITS (par2);
