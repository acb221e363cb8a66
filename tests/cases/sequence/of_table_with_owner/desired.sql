CREATE TABLE book (id bigint, shelf bigint);
CREATE SEQUENCE book_number OWNED BY book.id;
ALTER TABLE book OWNER TO pg_monitor;
CREATE SEQUENCE shelf_number;
CREATE TABLE author (id bigint);
CREATE SEQUENCE author_number OWNED BY author.id;
ALTER TABLE author OWNER TO pg_monitor;
