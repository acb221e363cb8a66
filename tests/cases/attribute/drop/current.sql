CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE INDEX book_price ON book (price) INCLUDE (title);
ALTER TABLE book ADD CONSTRAINT positive CHECK (price > 0);
CREATE VIEW cheap AS SELECT id, title FROM book WHERE price < 5;
