CREATE TABLE author (id integer PRIMARY KEY, name text, born date);
CREATE TABLE work (id integer, author integer, title text, during int4range);
ALTER TABLE work ADD CONSTRAINT work_author FOREIGN KEY (author) REFERENCES author (id) NOT VALID;
ALTER TABLE work ADD CONSTRAINT work_pkey PRIMARY KEY (id);
CREATE TABLE part (w integer CONSTRAINT part_w REFERENCES work (id));
ALTER TABLE work ADD CONSTRAINT c CHECK (id > 0);
ALTER TABLE author ADD CONSTRAINT author_n UNIQUE (name);
