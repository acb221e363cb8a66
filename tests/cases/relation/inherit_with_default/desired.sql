CREATE TABLE p (a integer NOT NULL DEFAULT 5, g integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE c (b text, a integer NOT NULL, g integer) INHERITS (p);
CREATE TABLE d (a integer NOT NULL DEFAULT 6, g integer) INHERITS (p);
