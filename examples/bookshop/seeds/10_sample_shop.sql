-- A small shop to try things with. Can be run again.
INSERT INTO catalog.publisher (name, country)
VALUES ('Lantern Press', 'GB'), ('Edition Birke', 'DE')
ON CONFLICT (name) DO NOTHING;

INSERT INTO catalog.book (isbn, title, format, publisher_id, published_on, page_count)
SELECT sample.isbn, sample.title, sample.format::catalog.book_format, publisher.id,
       sample.published_on, sample.page_count
FROM (VALUES
    ('9780000000019', 'A Field Guide to Rain', 'hardcover', 'Lantern Press', DATE '2021-03-01', 212),
    ('9780000000026', 'Letters to a Lighthouse', 'paperback', 'Lantern Press', DATE '2023-09-15', 148),
    ('9783000000034', 'Das kleine Buch der Umwege', 'ebook', 'Edition Birke', DATE '2024-05-20', 96)
  ) AS sample (isbn, title, format, publisher, published_on, page_count)
JOIN catalog.publisher ON publisher.name = sample.publisher
ON CONFLICT (isbn) DO NOTHING;

INSERT INTO catalog.price (isbn, amount, valid_during)
SELECT isbn, 10 + page_count * 0.05, daterange(published_on, NULL) FROM catalog.book
WHERE NOT EXISTS (SELECT FROM catalog.price WHERE price.isbn = book.isbn);
