CREATE TABLE work (id integer PRIMARY KEY, title text, CONSTRAINT work_title UNIQUE (title));
