CREATE TABLE author (id integer PRIMARY KEY, name text, born date);
CREATE TABLE work (id integer, author integer, title text, during int4range);
