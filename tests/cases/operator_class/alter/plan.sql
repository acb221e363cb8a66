-- drops_index: index public.t_a_idx: drops an index that queries may rely on
DROP INDEX public.t_a_idx;

DROP OPERATOR CLASS public.less USING btree;

CREATE OPERATOR CLASS public.less FOR TYPE integer USING btree FAMILY public.less AS
    OPERATOR 1 pg_catalog.< (integer, integer),
    OPERATOR 2 pg_catalog.<= (integer, integer),
    OPERATOR 3 pg_catalog.= (integer, integer),
    FUNCTION 1 (integer, integer) pg_catalog.btint4cmp(integer, integer);

-- blocks_writes: index public.t_a_idx: blocks writes while it runs
CREATE INDEX t_a_idx ON public.t (a public.less);
