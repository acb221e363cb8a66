INSERT INTO book (title, price) VALUES ('a', 1), ('b', 2);
