CREATE SCHEMA reporting;
COMMENT ON SCHEMA reporting IS 'Read-only views for the office; nothing here holds data of its own';

CREATE VIEW reporting.book_list AS
  SELECT book.isbn,
         book.title,
         book.format,
         publisher.name AS publisher,
         string_agg(author.family_name, ', ' ORDER BY book_author.rank) AS authors
  FROM catalog.book
  LEFT JOIN catalog.publisher ON publisher.id = book.publisher_id
  LEFT JOIN catalog.book_author ON book_author.isbn = book.isbn
  LEFT JOIN catalog.author ON author.id = book_author.author_id
  GROUP BY book.isbn, book.title, book.format, publisher.name;
COMMENT ON VIEW reporting.book_list IS 'What the shop''s front page shows';

CREATE VIEW reporting.open_order WITH (security_barrier = true) AS
  SELECT orders.id,
         orders.placed_at,
         customer.full_name AS customer,
         sum(order_line.total) AS total
  FROM sales.orders
  JOIN sales.customer ON customer.id = orders.customer_id
  JOIN sales.order_line ON order_line.order_id = orders.id
  WHERE orders.status = 'open'
  GROUP BY orders.id, orders.placed_at, customer.full_name;

CREATE MATERIALIZED VIEW reporting.sales_by_month AS
  SELECT date_trunc('month', orders.placed_at) AS month,
         order_line.isbn,
         sum(order_line.quantity) AS copies,
         sum(order_line.total) AS revenue
  FROM sales.orders
  JOIN sales.order_line ON order_line.order_id = orders.id
  WHERE orders.status <> 'cancelled'
  GROUP BY 1, 2;
CREATE UNIQUE INDEX sales_by_month_key ON reporting.sales_by_month (month, isbn);
COMMENT ON MATERIALIZED VIEW reporting.sales_by_month IS 'Refreshed every night';

ALTER TABLE sales.customer
  ADD COLUMN db_role name NOT NULL DEFAULT current_user,
  ADD COLUMN preferences jsonb NOT NULL DEFAULT '{}'::jsonb;
COMMENT ON COLUMN sales.customer.db_role IS 'The role whose sessions see this row; see 50_security.sql';

GRANT USAGE ON SCHEMA catalog TO PUBLIC;
ALTER TABLE sales.customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY customer_sees_own_row ON sales.customer
  FOR SELECT USING (db_role = CURRENT_USER);
CREATE POLICY customer_edits_own_row ON sales.customer
  FOR UPDATE USING (db_role = CURRENT_USER) WITH CHECK (db_role = CURRENT_USER);

ALTER TABLE sales.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY customer_sees_own_orders ON sales.orders
  USING (EXISTS (SELECT 1 FROM sales.customer WHERE customer.id = orders.customer_id));

GRANT SELECT ON catalog.book, catalog.author, catalog.book_author, catalog.publisher TO PUBLIC;
GRANT SELECT (isbn, amount, valid_during) ON catalog.price TO PUBLIC;
REVOKE ALL ON FUNCTION sales.record_status() FROM PUBLIC;
REVOKE EXECUTE ON PROCEDURE sales.cancel_stale_orders(interval) FROM PUBLIC;
