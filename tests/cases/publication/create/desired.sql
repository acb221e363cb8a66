CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, delete');
CREATE PUBLICATION nothing WITH (publish_via_partition_root);
CREATE PUBLICATION chosen FOR TABLE orders (id, city) WHERE (total > 5), log;
COMMENT ON PUBLICATION chosen IS 'for the warehouse';
