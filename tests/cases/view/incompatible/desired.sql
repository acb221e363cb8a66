CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE VIEW v AS SELECT title, price FROM book;
CREATE VIEW a AS SELECT title FROM v;
COMMENT ON VIEW a IS 'on v';
GRANT SELECT ON a TO PUBLIC;
CREATE FUNCTION r(x v) RETURNS integer LANGUAGE sql AS 'SELECT 1';
