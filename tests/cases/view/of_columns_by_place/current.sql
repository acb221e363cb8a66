CREATE TABLE book (id bigint, title text, year integer);
CREATE VIEW shelf AS SELECT b.one, b.year FROM book b(one, two);
