CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE ACCESS METHOD other TYPE INDEX HANDLER spghandler;
COMMENT ON ACCESS METHOD other IS 'x';
