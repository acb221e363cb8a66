CREATE EXTENSION pg_trgm;
CREATE TABLE book (title text);
CREATE INDEX book_title_idx ON book USING gin (title gin_trgm_ops);
