CREATE ACCESS METHOD own_tree TYPE INDEX HANDLER pg_catalog.bthandler;

CREATE OPERATOR FAMILY public.whole_numbers USING own_tree;

CREATE OPERATOR CLASS public.whole_numbers DEFAULT FOR TYPE bigint USING own_tree FAMILY public.whole_numbers AS
    OPERATOR 1 pg_catalog.< (bigint, bigint),
    OPERATOR 2 pg_catalog.<= (bigint, bigint),
    OPERATOR 3 pg_catalog.= (bigint, bigint),
    OPERATOR 4 pg_catalog.>= (bigint, bigint),
    OPERATOR 5 pg_catalog.> (bigint, bigint),
    FUNCTION 1 (bigint, bigint) pg_catalog.btint8cmp(bigint, bigint);
