-- rewrites_table: column public.base.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.base ALTER COLUMN id TYPE bigint;

-- sets_not_null: column public.base.id: fails when a present row has no value
-- scans_table: column public.base.id: reads the whole table under its lock
ALTER TABLE public.base ALTER COLUMN id SET NOT NULL;

ALTER TABLE public.base ADD COLUMN added date DEFAULT now();

CREATE TABLE public.other (
    more text
) INHERITS (public.base);

-- needs_valid_data: constraint public.base.base_check: fails when a present row breaks the rule
-- scans_table: constraint public.base.base_check: reads the whole table under its lock
ALTER TABLE public.base ADD CONSTRAINT base_check CHECK (id > 0);
