CREATE TABLE tome (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    cost numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE tome_id_seq RENAME TO book_id_seq;
CREATE INDEX tome_title_idx ON tome (title);
