CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE RULE quiet AS ON DELETE TO log DO INSTEAD NOTHING;
CREATE TABLE gone (a int);
CREATE RULE away AS ON INSERT TO gone DO ALSO UPDATE orders SET total = new.a WHERE id = 1;
