DROP PROCEDURE sales.cancel_stale_orders(interval);
DROP TRIGGER orders_record_status ON sales.orders;
DROP FUNCTION sales.record_status();
DROP TABLE sales.order_event;
ALTER TABLE sales.orders DROP CONSTRAINT shipped_orders_have_a_date;
ALTER TABLE sales.orders DROP COLUMN shipped_at;

-- A value cannot be taken out of an enum type, so the type is replaced; audiobooks become ebooks.
ALTER TYPE catalog.book_format RENAME TO book_format_with_audiobook;
CREATE TYPE catalog.book_format AS ENUM ('hardcover', 'paperback', 'ebook');
ALTER TABLE catalog.book
  ALTER COLUMN format DROP DEFAULT,
  ALTER COLUMN format TYPE catalog.book_format
    USING replace(format::text, 'audiobook', 'ebook')::catalog.book_format,
  ALTER COLUMN format SET DEFAULT 'paperback';
DROP TYPE catalog.book_format_with_audiobook;
