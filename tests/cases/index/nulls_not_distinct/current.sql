CREATE TABLE book (id integer PRIMARY KEY, title text);
CREATE UNIQUE INDEX book_title ON book (title);
