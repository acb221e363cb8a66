-- An exclusion constraint with "=" on a text column needs it.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE TABLE catalog.price (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  isbn catalog.isbn NOT NULL REFERENCES catalog.book ON DELETE CASCADE,
  amount numeric(8,2) NOT NULL,
  valid_during daterange NOT NULL DEFAULT daterange(current_date, NULL),
  CONSTRAINT price_is_not_negative CHECK (amount >= 0),
  CONSTRAINT price_periods_do_not_overlap
    EXCLUDE USING gist (isbn WITH =, valid_during WITH &&)
);

INSERT INTO catalog.price (isbn, amount, valid_during)
  SELECT isbn, price, daterange(created_at::date, NULL) FROM catalog.book;

ALTER TABLE catalog.book DROP COLUMN price;

CREATE FUNCTION catalog.current_price(wanted text) RETURNS numeric
  LANGUAGE sql STABLE STRICT
  AS $$
  SELECT amount FROM catalog.price WHERE isbn = wanted AND valid_during @> CURRENT_DATE
$$;
COMMENT ON FUNCTION catalog.current_price(text) IS 'Null when the book has no price today';
