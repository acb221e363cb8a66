CREATE OPERATOR FAMILY public.backwards USING btree;

ALTER OPERATOR FAMILY public.backwards USING btree ADD
    FUNCTION 2 (integer, integer) pg_catalog.btint4sortsupport(internal);

CREATE OPERATOR FAMILY public.boxes USING gist;

ALTER OPERATOR FAMILY public.boxes USING gist ADD
    OPERATOR 3 pg_catalog.&& (box, box),
    OPERATOR 15 pg_catalog.<-> (box, point) FOR ORDER BY pg_catalog.float_ops,
    FUNCTION 8 (box, box) pg_catalog.gist_box_distance(internal, box, smallint, oid, internal);

CREATE OPERATOR CLASS public.backwards FOR TYPE integer USING btree FAMILY public.backwards AS
    OPERATOR 1 pg_catalog.> (integer, integer),
    OPERATOR 2 pg_catalog.>= (integer, integer),
    OPERATOR 3 pg_catalog.= (integer, integer),
    OPERATOR 4 pg_catalog.<= (integer, integer),
    OPERATOR 5 pg_catalog.< (integer, integer),
    FUNCTION 1 (integer, integer) pg_catalog.btint4cmp(integer, integer);

CREATE OPERATOR CLASS public.boxes FOR TYPE box USING gist FAMILY public.boxes AS
    FUNCTION 1 (box, box) pg_catalog.gist_box_consistent(internal, box, smallint, oid, internal),
    FUNCTION 2 (box, box) pg_catalog.gist_box_union(internal, internal),
    FUNCTION 5 (box, box) pg_catalog.gist_box_penalty(internal, internal, internal),
    FUNCTION 6 (box, box) pg_catalog.gist_box_picksplit(internal, internal),
    FUNCTION 7 (box, box) pg_catalog.gist_box_same(box, box, internal);

-- blocks_writes: index public.t_a_idx: blocks writes while it runs
CREATE INDEX t_a_idx ON public.t (a public.backwards);

-- blocks_writes: index public.t_b_idx: blocks writes while it runs
CREATE INDEX t_b_idx ON public.t USING gist (b public.boxes);

COMMENT ON OPERATOR CLASS public.backwards USING btree IS 'Greatest first';
