CREATE TYPE catalog.book_format AS ENUM ('hardcover', 'paperback', 'ebook', 'audiobook');

-- Thirteen digits; the check digit is the importer's business.
CREATE DOMAIN catalog.isbn AS text
  CONSTRAINT isbn_is_thirteen_digits CHECK (VALUE ~ '^97[89][0-9]{10}$');

CREATE TYPE sales.order_status AS ENUM ('open', 'paid', 'shipped', 'returned', 'cancelled');

CREATE DOMAIN sales.email_address AS text
  CONSTRAINT email_has_one_at CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$');

CREATE TYPE sales.postal_address AS (
  street text,
  postcode text,
  city text,
  country character(2)
);
COMMENT ON TYPE sales.postal_address IS 'As printed on the parcel; country is ISO 3166-1 alpha-2';
