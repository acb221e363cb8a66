CREATE TABLE book (id bigint, title text, price numeric);
