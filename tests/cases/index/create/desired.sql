CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX book_u ON book (lower(title) DESC NULLS LAST, price) INCLUDE (id) WITH (fillfactor=80) WHERE price > 0;
CREATE INDEX book_h ON book USING hash (title);
CREATE INDEX book_c ON book (title COLLATE "C" text_pattern_ops);
CREATE INDEX book_b ON book USING brin (price) WITH (pages_per_range=16);
