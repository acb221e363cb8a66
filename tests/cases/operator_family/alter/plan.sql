ALTER OPERATOR FAMILY public.numbers USING btree DROP
    OPERATOR 2 (integer, bigint);

ALTER OPERATOR FAMILY public.numbers USING btree ADD
    OPERATOR 3 pg_catalog.= (integer, bigint);
