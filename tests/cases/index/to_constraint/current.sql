CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX book_t ON book (title);
ALTER TABLE book REPLICA IDENTITY USING INDEX book_t;
