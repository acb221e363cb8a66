CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE SCHEMA b;
CREATE SCHEMA c;
CREATE PUBLICATION chosen FOR TABLES IN SCHEMA b, c;
