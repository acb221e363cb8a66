CREATE SCHEMA catalog;
COMMENT ON SCHEMA catalog IS 'What can be bought: books, the people who made them, prices';

CREATE TYPE catalog.book_format AS ENUM ('hardcover', 'paperback', 'ebook');

CREATE DOMAIN catalog.isbn AS text
  CONSTRAINT isbn_is_thirteen_digits CHECK (VALUE ~ '^97[89][0-9]{10}$');

CREATE TABLE catalog.publisher (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  country character(2)
);

CREATE TABLE catalog.author (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  given_name text,
  born date,
  CONSTRAINT author_is_born_in_the_past CHECK (born < '2020-01-01')
);

CREATE TABLE catalog.book (
  isbn catalog.isbn PRIMARY KEY,
  title varchar(200) NOT NULL,
  format catalog.book_format NOT NULL DEFAULT 'paperback',
  publisher_id bigint REFERENCES catalog.publisher,
  published_on date,
  page_count int CHECK (page_count > 0),
  in_print boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  price numeric(8,2) NOT NULL DEFAULT 0
);
COMMENT ON TABLE catalog.book IS 'One row per edition, not per work';
COMMENT ON COLUMN catalog.book.in_print IS 'False: can be found, can''t be ordered';

CREATE TABLE catalog.book_author (
  isbn catalog.isbn NOT NULL REFERENCES catalog.book ON DELETE CASCADE,
  author_id bigint NOT NULL REFERENCES catalog.author,
  rank smallint NOT NULL DEFAULT 1,
  PRIMARY KEY (isbn, author_id),
  CONSTRAINT book_author_rank_is_taken UNIQUE (isbn, rank) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ON catalog.book_author (author_id);

CREATE FUNCTION catalog.touch_updated_at() RETURNS trigger AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER book_touch_updated_at BEFORE UPDATE ON catalog.book
  FOR EACH ROW EXECUTE FUNCTION catalog.touch_updated_at();
