-- Quantities of schools exceed a smallint's comfort, and notes exceed 200 characters.
ALTER TABLE sales.order_line
  ALTER COLUMN quantity TYPE integer,
  ADD COLUMN total numeric(12,2) GENERATED ALWAYS AS (quantity * unit_price) STORED;

UPDATE sales.orders SET note = '' WHERE note IS NULL;
ALTER TABLE sales.orders ALTER COLUMN note TYPE varchar(500);
ALTER TABLE sales.orders ALTER COLUMN note SET DEFAULT '';
ALTER TABLE sales.orders ALTER COLUMN note SET NOT NULL;
