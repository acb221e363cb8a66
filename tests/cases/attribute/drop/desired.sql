CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE VIEW cheap AS SELECT id, title FROM book;
