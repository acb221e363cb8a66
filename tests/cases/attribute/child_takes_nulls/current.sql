CREATE TABLE base (id integer NOT NULL, label text NOT NULL);
