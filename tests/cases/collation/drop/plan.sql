-- drops_index: index public.t_a_idx: drops an index that queries may rely on
DROP INDEX public.t_a_idx;

-- drops_column: column public.t.b: drops the column with its values
ALTER TABLE public.t DROP COLUMN b;

DROP COLLATION public.any_case;

DROP COLLATION public.german;

DROP COLLATION public.plain;
