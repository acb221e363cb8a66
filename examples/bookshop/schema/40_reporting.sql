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
