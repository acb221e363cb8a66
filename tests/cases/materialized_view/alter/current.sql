CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE MATERIALIZED VIEW mv AS SELECT id, title FROM book;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE VIEW top AS SELECT id FROM mv;
COMMENT ON MATERIALIZED VIEW mv IS 'cached';
