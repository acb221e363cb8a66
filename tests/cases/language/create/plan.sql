CREATE LANGUAGE plain
    HANDLER public.sample_handler;

CREATE TRUSTED LANGUAGE sample
    HANDLER public.sample_handler INLINE pg_catalog.plpgsql_inline_handler VALIDATOR pg_catalog.plpgsql_validator;

CREATE FUNCTION public.answer()
    RETURNS integer
    LANGUAGE sample
AS $$BEGIN RETURN 42; END$$;

COMMENT ON LANGUAGE sample IS 'as plpgsql';
