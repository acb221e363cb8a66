-- drops_index: index public.t_a_idx: drops an index that queries may rely on
DROP INDEX public.t_a_idx;

-- drops_index: index public.t_b_idx: drops an index that queries may rely on
DROP INDEX public.t_b_idx;

DROP OPERATOR FAMILY public.backwards USING btree;

DROP OPERATOR FAMILY public.boxes USING gist;
