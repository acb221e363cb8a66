CREATE TABLE par (id integer, twice integer GENERATED ALWAYS AS (id + id) STORED, CONSTRAINT k CHECK (id > 1));
CREATE TABLE ch (b integer) INHERITS (par);
