CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    pages integer DEFAULT 1 NOT NULL,
    isbn text COLLATE "C",
    doubled numeric GENERATED ALWAYS AS (price * 2) STORED,
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
