ALTER TABLE public.child NO INHERIT public.parent;

ALTER TABLE public.m DETACH PARTITION public.m1;

ALTER TABLE public.child DROP CONSTRAINT positive;

-- drops_column: column public.child.a: drops the column with its values
ALTER TABLE public.child DROP COLUMN a;

ALTER TABLE public.m1 DROP CONSTRAINT m1_pkey;

ALTER TABLE public.m1 DROP CONSTRAINT m_v_check;

-- drops_index: index public.m1_v_idx: drops an index that queries may rely on
DROP INDEX public.m1_v_idx;
