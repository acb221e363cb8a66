CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
ALTER TABLE book ADD CONSTRAINT book_t UNIQUE (title);
ALTER TABLE book REPLICA IDENTITY USING INDEX book_t;
