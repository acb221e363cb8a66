CREATE TABLE author (id integer PRIMARY KEY, name text, born date);
CREATE TABLE work (id integer, author integer, title text, during int4range);
ALTER TABLE work ADD CONSTRAINT work_pkey PRIMARY KEY (id) INCLUDE (title);
ALTER TABLE work ADD CONSTRAINT work_title UNIQUE (title) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE work ADD CONSTRAINT work_author FOREIGN KEY (author) REFERENCES author (id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE work ADD CONSTRAINT work_check CHECK (title <> '') NO INHERIT;
ALTER TABLE work ADD CONSTRAINT work_lazy CHECK (id > 0) NOT VALID;
ALTER TABLE work ADD CONSTRAINT work_during EXCLUDE USING gist (during WITH &&) WHERE (id > 5);
