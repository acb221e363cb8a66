CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE VIEW v AS SELECT price FROM book;
CREATE INDEX book_price ON book (price) WHERE price > 0;
