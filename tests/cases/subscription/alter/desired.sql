CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE SUBSCRIPTION warehouse CONNECTION 'host=store.invalid dbname=shop' PUBLICATION other, chosen
    WITH (connect = false, streaming = on, slot_name = 'mine');
ALTER SUBSCRIPTION warehouse ENABLE;
CREATE SUBSCRIPTION second CONNECTION 'dbname=shop' PUBLICATION chosen WITH (connect = false, two_phase = true);
