CREATE TABLE par (id integer, twice integer GENERATED ALWAYS AS (id * 2) STORED, CONSTRAINT k CHECK (id > 0));
CREATE TABLE ch (b integer) INHERITS (par);
