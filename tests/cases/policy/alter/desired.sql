CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
ALTER TABLE book ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON book TO pg_monitor USING (price > 1) WITH CHECK (price > 2);
CREATE POLICY q ON book FOR DELETE USING (true);
