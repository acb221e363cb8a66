-- A customer who connects under a role of their own sees their own rows only. Roles belong to the
-- cluster, not to this database, so nothing here names one.

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
