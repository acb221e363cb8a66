DROP TABLE sales.order_line, sales.orders, sales.customer;
DROP TYPE sales.order_status, sales.postal_address;
DROP DOMAIN sales.email_address;
DROP SCHEMA sales;
