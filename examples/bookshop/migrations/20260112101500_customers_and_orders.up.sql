CREATE SCHEMA sales;
COMMENT ON SCHEMA sales IS 'Who buys it: customers, orders, payments';

SET LOCAL search_path TO sales, catalog;

CREATE TYPE order_status AS ENUM ('open', 'paid', 'shipped', 'returned', 'cancelled');

CREATE DOMAIN email_address AS text
  CONSTRAINT email_has_one_at CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$');

CREATE TYPE postal_address AS (street text, postcode text, city text, country char(2));
COMMENT ON TYPE postal_address IS 'As printed on the parcel; country is ISO 3166-1 alpha-2';

CREATE TABLE customer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email email_address NOT NULL,
  full_name text NOT NULL,
  address postal_address,
  registered_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX customer_email_key ON customer (lower(email));

CREATE SEQUENCE invoice_number START 100000 MINVALUE 100000;

CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer,
  status order_status NOT NULL DEFAULT 'open',
  placed_at timestamptz NOT NULL DEFAULT now(),
  invoice_number bigint UNIQUE DEFAULT nextval('invoice_number'),
  note varchar(200)
);
ALTER SEQUENCE invoice_number OWNED BY orders.invoice_number;
CREATE INDEX orders_customer_id_idx ON orders (customer_id) INCLUDE (status);
CREATE INDEX orders_open_idx ON orders (placed_at) WHERE status IN ('open', 'paid');

CREATE TABLE order_line (
  order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line_number int NOT NULL,
  isbn isbn NOT NULL REFERENCES book,
  quantity smallint NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 1000),
  unit_price numeric(8,2) NOT NULL,
  PRIMARY KEY (order_id, line_number)
);
CREATE INDEX ON order_line (isbn);
