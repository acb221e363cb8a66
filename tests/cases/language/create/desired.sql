CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE FUNCTION sample_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE sample HANDLER sample_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
CREATE LANGUAGE plain HANDLER sample_handler;
CREATE FUNCTION answer() RETURNS int LANGUAGE sample AS 'BEGIN RETURN 42; END';
COMMENT ON LANGUAGE sample IS 'as plpgsql';
