CREATE TABLE public.region_3 PARTITION OF public.region FOR VALUES IN (3);

-- blocks_reads: constraint public.region_1.region_1_key: blocks reads and writes while it runs
ALTER TABLE public.region_1 ADD CONSTRAINT region_1_key UNIQUE USING INDEX region_1_id_idx DEFERRABLE;

-- blocks_reads: constraint public.region_2_rest.region_2_rest_id_idx: blocks reads and writes while it runs
ALTER TABLE public.region_2_rest ADD CONSTRAINT region_2_rest_id_idx PRIMARY KEY USING INDEX region_2_rest_id_idx;

ALTER TABLE public.region_3 ADD CONSTRAINT region_3_id_key UNIQUE USING INDEX region_3_id_idx;

CREATE TABLE public.sold (
    region integer,
    CONSTRAINT sold_region_fkey FOREIGN KEY (region) REFERENCES public.region_3 (id)
);
