CREATE COLLATION public.any_case (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

CREATE COLLATION public.german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');

CREATE COLLATION public.plain (LOCALE = 'C');

ALTER TABLE public.t ADD COLUMN b text COLLATE public.german;

-- blocks_writes: index public.t_a_idx: blocks writes while it runs
CREATE INDEX t_a_idx ON public.t (a COLLATE public.any_case);

COMMENT ON COLLATION public.german IS 'As in a telephone book';
