CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE VIEW w WITH (security_barrier=true) AS SELECT * FROM book;
CREATE VIEW a AS SELECT title FROM w WITH CASCADED CHECK OPTION;
