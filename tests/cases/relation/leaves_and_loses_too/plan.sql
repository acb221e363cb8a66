ALTER TABLE public.c NO INHERIT public.b;

ALTER TABLE public.b DROP CONSTRAINT positive;

-- drops_column: column public.b.n: drops the column with its values
ALTER TABLE public.b DROP COLUMN n;

ALTER TABLE public.p DETACH PARTITION public.p1;

ALTER TABLE public.p DROP CONSTRAINT p_pkey;

ALTER TABLE public.p DROP CONSTRAINT positive;

-- drops_column: column public.c.n: drops the column with its values
ALTER TABLE public.c DROP COLUMN n;

ALTER TABLE public.c DROP CONSTRAINT positive;

ALTER TABLE public.p1 DROP CONSTRAINT p1_pkey;

ALTER TABLE public.p1 DROP CONSTRAINT positive;

-- drops_index: index public.p1_w_idx: drops an index that queries may rely on
DROP INDEX public.p1_w_idx;

-- drops_index: index public.p_w: drops an index that queries may rely on
DROP INDEX public.p_w;

-- drops_index: index public.p1_z_idx: drops an index that queries may rely on
DROP INDEX public.p1_z_idx;

-- drops_index: index public.p_z: drops an index that queries may rely on
DROP INDEX public.p_z;

-- drops_column: column public.p.z: drops the column with its values
ALTER TABLE public.p DROP COLUMN z;

-- drops_column: column public.p1.z: drops the column with its values
ALTER TABLE public.p1 DROP COLUMN z;
