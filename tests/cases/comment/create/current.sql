CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE INDEX i ON book (title);
CREATE DOMAIN d AS integer CONSTRAINT d_c CHECK (VALUE > 0);
CREATE VIEW v AS SELECT id FROM book;
