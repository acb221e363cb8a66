CREATE FUNCTION catalog.touch_updated_at() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END;
$$;

CREATE TABLE catalog.publisher (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  country character(2)
);

CREATE TABLE catalog.author (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  family_name text NOT NULL,
  given_name text,
  born date,
  CONSTRAINT author_is_born_in_the_past CHECK (born < '2020-01-01')
);
CREATE INDEX author_name_idx ON catalog.author (lower(family_name), lower(given_name));

CREATE TABLE catalog.book (
  isbn catalog.isbn PRIMARY KEY,
  title text NOT NULL,
  format catalog.book_format NOT NULL DEFAULT 'paperback',
  publisher_id bigint REFERENCES catalog.publisher ON DELETE SET NULL,
  published_on date,
  page_count integer CHECK (page_count > 0),
  in_print boolean NOT NULL DEFAULT true,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  summary text
);
COMMENT ON TABLE catalog.book IS 'One row per edition, not per work';
COMMENT ON COLUMN catalog.book.in_print IS 'False: can be found, can''t be ordered';
CREATE INDEX book_title_trgm_idx ON catalog.book USING gin (title gin_trgm_ops);
CREATE INDEX book_recent_idx ON catalog.book (published_on DESC NULLS LAST) WHERE in_print;

CREATE TRIGGER book_touch_updated_at
  BEFORE UPDATE ON catalog.book
  FOR EACH ROW EXECUTE FUNCTION catalog.touch_updated_at();

CREATE TABLE catalog.book_author (
  isbn catalog.isbn NOT NULL REFERENCES catalog.book ON DELETE CASCADE,
  author_id bigint NOT NULL REFERENCES catalog.author,
  rank smallint NOT NULL DEFAULT 1,
  PRIMARY KEY (isbn, author_id),
  CONSTRAINT book_author_rank_is_taken UNIQUE (isbn, rank) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX book_author_author_id_idx ON catalog.book_author (author_id);

-- The price of a book at a time: periods of one book never overlap.
CREATE TABLE catalog.price (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  isbn catalog.isbn NOT NULL REFERENCES catalog.book ON DELETE CASCADE,
  amount numeric(8,2) NOT NULL,
  valid_during daterange NOT NULL DEFAULT daterange(CURRENT_DATE, NULL),
  CONSTRAINT price_is_not_negative CHECK (amount >= 0),
  CONSTRAINT price_periods_do_not_overlap
    EXCLUDE USING gist (isbn WITH =, valid_during WITH &&)
);

CREATE FUNCTION catalog.current_price(wanted text) RETURNS numeric
  LANGUAGE sql STABLE STRICT
  AS $$
  SELECT amount FROM catalog.price WHERE isbn = wanted AND valid_during @> CURRENT_DATE
$$;
COMMENT ON FUNCTION catalog.current_price(text) IS 'Null when the book has no price today';

CREATE FUNCTION catalog.search(phrase text, at_most integer DEFAULT 20)
  RETURNS TABLE (isbn text, title text, likeness real)
  LANGUAGE sql STABLE
  AS $$
  SELECT book.isbn::text, book.title, public.similarity(book.title, phrase)
  FROM catalog.book
  WHERE book.title OPERATOR(public.%) phrase
  ORDER BY 3 DESC, 2
  LIMIT at_most
$$;
