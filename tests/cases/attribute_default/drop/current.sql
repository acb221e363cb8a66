CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text DEFAULT 'x' NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
