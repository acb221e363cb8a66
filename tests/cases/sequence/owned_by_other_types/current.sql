CREATE DOMAIN counter AS integer;
CREATE TABLE book (codes integer[], relation regclass, price numeric, number counter);
