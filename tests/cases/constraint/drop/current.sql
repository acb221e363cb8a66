CREATE TABLE author (id integer PRIMARY KEY, name text, born date);
CREATE TABLE work (id integer, author integer, title text, during int4range);
ALTER TABLE work ADD CONSTRAINT work_pkey PRIMARY KEY (id);
ALTER TABLE author ADD COLUMN best integer CONSTRAINT author_best REFERENCES work (id);
