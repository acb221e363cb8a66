CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE STATISTICS places (dependencies) ON zip, city FROM orders;
COMMENT ON STATISTICS places IS 'zip decides city';
CREATE STATISTICS totals (mcv) ON city, total FROM orders;
ALTER STATISTICS totals SET STATISTICS 100;
