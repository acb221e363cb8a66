CREATE TABLE tome (id integer PRIMARY KEY);
CREATE TABLE page (book integer REFERENCES tome);
CREATE VIEW v AS SELECT id FROM tome;
CREATE TABLE book (id integer PRIMARY KEY, x text);
