ALTER TABLE public.region DETACH PARTITION public.region_1;

ALTER INDEX public.country_id ATTACH PARTITION public.first_country;

ALTER TABLE public.region_1 DROP CONSTRAINT first;

-- needs_unique_data: constraint public.region_1.first: fails when present rows repeat a value
-- blocks_reads: constraint public.region_1.first: blocks reads and writes while it runs
ALTER TABLE public.region_1 ADD CONSTRAINT first UNIQUE (id);

-- needs_unique_data: constraint public.region_3.third: fails when present rows repeat a value
-- blocks_reads: constraint public.region_3.third: blocks reads and writes while it runs
ALTER TABLE public.region_3 ADD CONSTRAINT third UNIQUE (id);

-- drops_index: index public.region_id: drops an index that queries may rely on
DROP INDEX public.region_id CASCADE;

-- scans_table: table public.region_2: reads the whole table under its lock
-- needs_valid_data: table public.region_2: fails when a present row breaks the rule
ALTER TABLE public.region ATTACH PARTITION public.region_2 FOR VALUES IN (2);

-- blocks_writes: index public.region_id: blocks writes while it runs
-- needs_unique_data: index public.region_id: fails when present rows repeat a value
CREATE UNIQUE INDEX region_id ON public.region (id);
