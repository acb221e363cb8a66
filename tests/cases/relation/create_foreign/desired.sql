CREATE FOREIGN DATA WRAPPER plain;
CREATE SERVER far FOREIGN DATA WRAPPER plain;
CREATE TABLE book (id int) PARTITION BY LIST (id);
CREATE FOREIGN TABLE far_book (
    id int OPTIONS (column_name 'book id') NOT NULL,
    title text COLLATE "C" DEFAULT 'none',
    CONSTRAINT far_book_id CHECK (id > 0)
) SERVER far OPTIONS (table_name 'books', schema_name 'it''s');
CREATE FOREIGN TABLE far_part PARTITION OF book FOR VALUES IN (1) SERVER far;
COMMENT ON FOREIGN TABLE far_book IS 'elsewhere';
GRANT SELECT ON far_book TO pg_monitor;
