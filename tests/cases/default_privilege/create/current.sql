CREATE SCHEMA shop;
CREATE TABLE shop.book (id bigint, title text);
