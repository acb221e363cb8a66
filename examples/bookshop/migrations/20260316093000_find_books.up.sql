CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

ALTER TABLE catalog.author RENAME COLUMN name TO family_name;
CREATE INDEX author_name_idx ON catalog.author (lower(family_name), lower(given_name));

ALTER TABLE catalog.book ALTER COLUMN title TYPE text;
ALTER TABLE catalog.book ADD COLUMN summary text;
CREATE INDEX book_title_trgm_idx ON catalog.book USING gin (title gin_trgm_ops);
CREATE INDEX book_recent_idx ON catalog.book (published_on DESC NULLS LAST) WHERE in_print;

ALTER TABLE catalog.book DROP CONSTRAINT book_publisher_id_fkey;
ALTER TABLE catalog.book ADD FOREIGN KEY (publisher_id)
  REFERENCES catalog.publisher (id) ON DELETE SET NULL;

CREATE FUNCTION catalog.search(phrase text, at_most int DEFAULT 20)
  RETURNS TABLE (isbn text, title text, likeness real)
  LANGUAGE sql STABLE
  AS $$
  SELECT book.isbn::text, book.title, public.similarity(book.title, phrase)
  FROM catalog.book
  WHERE book.title OPERATOR(public.%) phrase
  ORDER BY 3 DESC, 2
  LIMIT at_most
$$;
