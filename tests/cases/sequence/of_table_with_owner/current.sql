CREATE TABLE book (id bigint, shelf bigint);
CREATE SEQUENCE shelf_number OWNED BY book.shelf;
ALTER TABLE book OWNER TO pg_monitor;
CREATE TABLE author (id bigint);
