DROP TABLE catalog.book_author, catalog.book, catalog.author, catalog.publisher;
DROP FUNCTION catalog.touch_updated_at();
DROP DOMAIN catalog.isbn;
DROP TYPE catalog.book_format;
DROP SCHEMA catalog;
