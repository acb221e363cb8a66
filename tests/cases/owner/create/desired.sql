CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
ALTER TABLE book OWNER TO pg_monitor;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f() OWNER TO pg_monitor;
