CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    cost numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE VIEW v AS SELECT cost AS price FROM book;
CREATE INDEX book_price ON book (cost) WHERE cost > 0;
