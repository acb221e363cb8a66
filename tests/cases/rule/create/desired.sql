CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE RULE quiet AS ON DELETE TO log DO INSTEAD NOTHING;
CREATE RULE note AS ON UPDATE TO orders WHERE old.city <> new.city
    DO ALSO (INSERT INTO log VALUES (now(), 'moved ' || new.id); UPDATE orders SET total = 0 WHERE id = 0);
CREATE RULE tell AS ON INSERT TO orders DO ALSO NOTIFY arrived;
CREATE VIEW cheap AS SELECT id, city FROM orders WHERE total < 10;
CREATE RULE cheap_insert AS ON INSERT TO cheap DO INSTEAD INSERT INTO orders (id, city) VALUES (new.id, new.city)
    RETURNING id, city;
ALTER TABLE orders DISABLE RULE note;
COMMENT ON RULE note ON orders IS 'who moves';
