-- recreates_view: view public.shown: drops the view and makes it again
DROP VIEW public.shown;

DROP VIEW public.mood_before;

-- drops_enum_value: enum type public.mood: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.mood RENAME TO mood_old;

CREATE TYPE public.mood AS ENUM ('sad', 'happy', 'angry');

-- rewrites_table: column public.person.mood: rewrites the table while nobody can read or write it
ALTER TABLE public.person ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

DROP TYPE public.mood_old;

CREATE VIEW public.mood_now AS
SELECT mood FROM person;

CREATE VIEW public.shown AS
SELECT mood FROM mood_now;
