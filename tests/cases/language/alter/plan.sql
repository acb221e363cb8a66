CREATE OR REPLACE TRUSTED LANGUAGE sample
    HANDLER public.sample_handler INLINE pg_catalog.plpgsql_inline_handler;

-- changes_authorization: privileges of language sample for PUBLIC: changes who may see or do what
REVOKE USAGE ON LANGUAGE sample FROM PUBLIC;
