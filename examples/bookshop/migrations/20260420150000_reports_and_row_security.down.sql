GRANT EXECUTE ON PROCEDURE sales.cancel_stale_orders(interval) TO PUBLIC;
GRANT EXECUTE ON FUNCTION sales.record_status() TO PUBLIC;
REVOKE SELECT (isbn, amount, valid_during) ON catalog.price FROM PUBLIC;
REVOKE SELECT ON catalog.book, catalog.author, catalog.book_author, catalog.publisher FROM PUBLIC;
REVOKE USAGE ON SCHEMA catalog FROM PUBLIC;

DROP POLICY customer_sees_own_orders ON sales.orders;
ALTER TABLE sales.orders DISABLE ROW LEVEL SECURITY;
DROP POLICY customer_edits_own_row ON sales.customer;
DROP POLICY customer_sees_own_row ON sales.customer;
ALTER TABLE sales.customer DISABLE ROW LEVEL SECURITY;
ALTER TABLE sales.customer DROP COLUMN preferences, DROP COLUMN db_role;

DROP MATERIALIZED VIEW reporting.sales_by_month;
DROP VIEW reporting.open_order, reporting.book_list;
DROP SCHEMA reporting;
