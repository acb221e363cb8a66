CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE VIEW v WITH (security_barrier=true) AS SELECT id, title, price FROM book WHERE price > 0;
