-- drops_index: index public.t_new: drops an index that queries may rely on
DROP INDEX public.t_new;

ALTER TABLE public.t DROP CONSTRAINT t_check;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;

-- recreates_object: routine public.f(public.state): drops the object and makes it again
DROP FUNCTION public.f(public.state);

-- drops_enum_value: enum type public.state: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.state RENAME TO state_old;

CREATE TYPE public.state AS ENUM ('used', 'new');

-- rewrites_table: column public.t.history: rewrites the table while nobody can read or write it
ALTER TABLE public.t ALTER COLUMN history TYPE public.state[] USING history::text[]::public.state[];

-- rewrites_table: column public.t.s: rewrites the table while nobody can read or write it
ALTER TABLE public.t ALTER COLUMN s TYPE public.state USING s::text::public.state;

DROP TYPE public.state_old;

ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'new'::state;

CREATE VIEW public.v AS
SELECT id FROM t WHERE s = 'used'::state;

CREATE FUNCTION public.f(s public.state)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
AS $$ SELECT 1 $$;

-- needs_valid_data: constraint public.t.t_check: fails when a present row breaks the rule
-- scans_table: constraint public.t.t_check: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (s <> 'used'::state OR id > 0);

-- blocks_writes: index public.t_new: blocks writes while it runs
CREATE INDEX t_new ON public.t (id) WHERE (s = 'new'::state);

COMMENT ON TYPE public.state IS 'of a book';
