CREATE TABLE author (id integer PRIMARY KEY, name text, born date);
CREATE TABLE work (id integer, author integer, title text, during int4range);
ALTER TABLE work ADD CONSTRAINT work_author FOREIGN KEY (author) REFERENCES author (id) DEFERRABLE;
ALTER TABLE work ALTER COLUMN title SET NOT NULL;
ALTER TABLE work ADD CONSTRAINT work_pkey PRIMARY KEY (id) WITH (fillfactor=70);
CREATE TABLE part (w integer CONSTRAINT part_w REFERENCES work (id) ON DELETE CASCADE);
ALTER TABLE work ADD CONSTRAINT c CHECK (id > 1);
ALTER TABLE author ADD CONSTRAINT author_n UNIQUE (name, born);
ALTER TABLE author CLUSTER ON author_n;
