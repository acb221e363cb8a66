DROP STATISTICS public.by_expression;

-- drops_enum_value: enum type public.mood: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.mood RENAME TO mood_old;

CREATE TYPE public.mood AS ENUM ('sad', 'happy');

-- rewrites_table: column public.t.m: rewrites the table while nobody can read or write it
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

ALTER TABLE public.t ALTER COLUMN b TYPE text;

ALTER STATISTICS public.by_columns SET STATISTICS 200;

ALTER STATISTICS public.by_columns OWNER TO pg_monitor;

DROP TYPE public.mood_old;

CREATE STATISTICS public.by_expression ON a, (lower(b)) FROM public.t;

ALTER STATISTICS public.by_expression SET STATISTICS 100;

-- changes_authorization: owner of statistics object public.by_expression: changes who may see or do what
ALTER STATISTICS public.by_expression OWNER TO pg_monitor;
