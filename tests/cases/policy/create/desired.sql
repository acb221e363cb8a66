CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
ALTER TABLE book ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON book AS RESTRICTIVE FOR UPDATE TO pg_monitor, pg_read_all_data USING (price > 0) WITH CHECK (price < 100);
CREATE POLICY q ON book FOR INSERT WITH CHECK (true);
