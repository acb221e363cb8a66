CREATE OPERATOR FAMILY public.numbers USING btree;

ALTER OPERATOR FAMILY public.numbers USING btree ADD
    OPERATOR 1 pg_catalog.< (integer, bigint),
    FUNCTION 1 (integer, bigint) pg_catalog.btint48cmp(integer, bigint);

COMMENT ON OPERATOR FAMILY public.numbers USING btree IS 'Of any width';
