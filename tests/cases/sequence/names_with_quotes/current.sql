CREATE TABLE book (id serial);
ALTER SEQUENCE book_id_seq RENAME TO "a""b.c";
