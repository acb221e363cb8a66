CREATE TABLE book (id bigint, title text, price integer);
CREATE VIEW shelf AS SELECT b.one, b.price AS year FROM book b(one, two);
