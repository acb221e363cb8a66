ALTER TABLE public.part ALTER COLUMN m DROP DEFAULT;

-- drops_enum_value: enum type public.mood: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.mood RENAME TO mood_old;

CREATE TYPE public.mood AS ENUM ('ok', 'happy');

-- rewrites_table: column public.parent.m: rewrites the table while nobody can read or write it
ALTER TABLE public.parent ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

-- rewrites_table: column public.part.m: rewrites the table while nobody can read or write it
ALTER TABLE public.part ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

DROP TYPE public.mood_old;

-- scans_table: table public.part: reads the whole table under its lock
-- needs_valid_data: table public.part: fails when a present row breaks the rule
ALTER TABLE public.parent ATTACH PARTITION public.part FOR VALUES IN (1);

ALTER TABLE public.part ALTER COLUMN m SET DEFAULT 'ok';
