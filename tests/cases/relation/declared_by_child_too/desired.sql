CREATE TABLE par (id integer);
CREATE TABLE ch (y integer) INHERITS (par);
CREATE TABLE par2 (id integer, z integer);
CREATE TABLE ch2 (y integer, z integer) INHERITS (par2);
