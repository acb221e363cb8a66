ALTER TABLE public.r RENAME CONSTRAINT goes_to TO r_a_fkey;

ALTER TABLE public.t RENAME CONSTRAINT positive TO t_a_check;

ALTER TABLE public.t RENAME CONSTRAINT own TO t_b_key;

ALTER TABLE public.t RENAME CONSTRAINT ex TO t_c_excl;

ALTER TABLE public.t RENAME CONSTRAINT key TO t_pkey;

ALTER TABLE public.t DROP CONSTRAINT twice;

ALTER TABLE public.t DROP CONSTRAINT twice_again;

ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_pkey;

-- needs_valid_data: constraint public.t.t_b_check: fails when a present row breaks the rule
-- scans_table: constraint public.t.t_b_check: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK (b > 0);
