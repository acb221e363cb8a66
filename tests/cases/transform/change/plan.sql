CREATE TRANSFORM FOR integer LANGUAGE sample (TO SQL WITH FUNCTION pg_catalog.int4recv(internal));

CREATE TRANSFORM FOR character varying LANGUAGE sample (FROM SQL WITH FUNCTION pg_catalog.textlike_support(internal));

CREATE FUNCTION public.seen(a character varying)
    RETURNS integer
    LANGUAGE sample TRANSFORM FOR TYPE character varying
AS $$BEGIN RETURN 42; END$$;

COMMENT ON TRANSFORM FOR integer LANGUAGE sample IS 'as it comes';
