CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE TABLE page (book bigint REFERENCES book (id), n integer);
ALTER TABLE book ADD COLUMN cover integer;
ALTER TABLE page ADD CONSTRAINT page_key UNIQUE (n);
ALTER TABLE book ADD CONSTRAINT book_cover FOREIGN KEY (cover) REFERENCES page (n);
CREATE VIEW pages AS SELECT * FROM page;
CREATE TABLE kept (id serial);
