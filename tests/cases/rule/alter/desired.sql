CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE RULE note AS ON UPDATE TO orders WHERE new.total IS NULL DO INSTEAD DELETE FROM orders WHERE id = old.id;
COMMENT ON RULE note ON orders IS 'who moves';
CREATE RULE quiet AS ON DELETE TO log DO INSTEAD NOTHING;
ALTER TABLE log ENABLE ALWAYS RULE quiet;
