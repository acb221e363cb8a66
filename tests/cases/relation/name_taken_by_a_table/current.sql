CREATE TABLE book (id integer PRIMARY KEY);
CREATE TABLE page (book integer REFERENCES book);
CREATE VIEW v AS SELECT id FROM book;
