CREATE TABLE author (id integer PRIMARY KEY, name text, born date);
CREATE TABLE work (id integer, author integer, title text, during int4range);
ALTER TABLE work ADD CONSTRAINT work_key UNIQUE (id);
CREATE TABLE part (w integer CONSTRAINT part_w REFERENCES work (id));
