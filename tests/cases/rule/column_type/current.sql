CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE RULE note AS ON UPDATE TO orders WHERE old.zip IS NULL DO INSERT INTO log VALUES (now(), new.city);
