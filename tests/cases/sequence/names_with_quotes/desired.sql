CREATE TABLE book (id serial);
