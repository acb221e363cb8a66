CREATE FUNCTION p() RETURNS numeric LANGUAGE sql AS 'SELECT 1.0';
CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2) DEFAULT p(),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
