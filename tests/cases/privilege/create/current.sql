CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE q;
CREATE SCHEMA n;
CREATE TYPE e AS ENUM ('a');
