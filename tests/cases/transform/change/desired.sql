CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE FUNCTION sample_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE sample HANDLER sample_handler;
CREATE TRANSFORM FOR varchar LANGUAGE sample (FROM SQL WITH FUNCTION textlike_support(internal));
CREATE TRANSFORM FOR int LANGUAGE sample (TO SQL WITH FUNCTION int4recv(internal));
CREATE FUNCTION seen(a varchar) RETURNS int LANGUAGE sample TRANSFORM FOR TYPE varchar AS 'BEGIN RETURN 42; END';
COMMENT ON TRANSFORM FOR int LANGUAGE sample IS 'as it comes';
