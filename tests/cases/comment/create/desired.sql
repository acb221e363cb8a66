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
COMMENT ON TABLE book IS E'it''s\na \\ book; DROP TABLE book;';
COMMENT ON COLUMN book.title IS 'the title';
COMMENT ON FUNCTION f(integer) IS 'f';
COMMENT ON INDEX i IS 'i';
COMMENT ON CONSTRAINT book_pkey ON book IS 'k';
COMMENT ON CONSTRAINT d_c ON DOMAIN d IS 'c';
COMMENT ON VIEW v IS 'v';
COMMENT ON COLUMN v.id IS 'id';
COMMENT ON SCHEMA public IS 'ours';
