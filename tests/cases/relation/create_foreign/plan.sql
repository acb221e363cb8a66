CREATE FOREIGN TABLE public.far_book (
    id integer NOT NULL,
    title text COLLATE pg_catalog."C" DEFAULT 'none'
) SERVER far OPTIONS (schema_name 'it''s', table_name 'books');

CREATE FOREIGN TABLE public.far_part PARTITION OF public.book FOR VALUES IN (1) SERVER far;

ALTER FOREIGN TABLE public.far_book ALTER COLUMN id OPTIONS (ADD column_name 'book id');

ALTER TABLE public.far_book ADD CONSTRAINT far_book_id CHECK (id > 0);

GRANT SELECT ON TABLE public.far_book TO pg_monitor;

COMMENT ON FOREIGN TABLE public.far_book IS 'elsewhere';
