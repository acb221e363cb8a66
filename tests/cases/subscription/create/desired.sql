CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE SUBSCRIPTION warehouse CONNECTION 'host=depot.invalid dbname=shop' PUBLICATION chosen, other
    WITH (connect = false, binary, synchronous_commit = 'on', disable_on_error = true);
CREATE SUBSCRIPTION without CONNECTION 'dbname=shop' PUBLICATION chosen WITH (connect = false, slot_name = NONE);
COMMENT ON SUBSCRIPTION warehouse IS 'from the shop';
