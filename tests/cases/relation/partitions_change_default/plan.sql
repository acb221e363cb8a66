ALTER TABLE public.part_rest DETACH PARTITION public.part_1;

-- drops_index: index public.part_1_code_idx: drops an index that queries may rely on
DROP INDEX public.part_1_code_idx;

-- drops_data: table public.part_rest: drops the rows that it holds
DROP TABLE public.part_rest;

CREATE TABLE public.part_others PARTITION OF public.part DEFAULT PARTITION BY list (id);

-- scans_table: table public.part_1: reads the whole table under its lock
-- needs_valid_data: table public.part_1: fails when a present row breaks the rule
ALTER TABLE public.part_others ATTACH PARTITION public.part_1 FOR VALUES IN (1);

ALTER TABLE public.part_others RENAME CONSTRAINT part_others_id_key TO part_rest_id_key;

ALTER TABLE public.part_1 RENAME CONSTRAINT part_1_id_key TO part_1_key;

ALTER INDEX public.part_others_code_idx RENAME TO part_rest_code_idx;
