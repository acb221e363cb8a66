ALTER TABLE public.p DETACH PARTITION public.p1;

ALTER TABLE public.p2 DETACH PARTITION public.p21;

ALTER TABLE public.p DROP CONSTRAINT p_pkey;

ALTER TABLE public.p DROP CONSTRAINT p_w_fkey;

ALTER TABLE public.p DROP CONSTRAINT positive;

ALTER TABLE public.p DROP CONSTRAINT small;

-- rewrites_table: column public.p.w: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.p ALTER COLUMN w TYPE bigint;

ALTER TABLE public.p ADD COLUMN added text;

-- needs_valid_data: constraint public.p.small: fails when a present row breaks the rule
-- scans_table: constraint public.p.small: reads the whole table under its lock
ALTER TABLE public.p ADD CONSTRAINT small CHECK (w < 50);

ALTER TABLE public.p21 DROP CONSTRAINT p_w_fkey;

ALTER TABLE public.p21 DROP CONSTRAINT positive;

ALTER TABLE public.p21 DROP CONSTRAINT small;

-- drops_index: index public.p21_z_idx: drops an index that queries may rely on
DROP INDEX public.p21_z_idx;

-- drops_index: index public.p_z: drops an index that queries may rely on
DROP INDEX public.p_z;

-- drops_column: column public.p.z: drops the column with its values
ALTER TABLE public.p DROP COLUMN z;
