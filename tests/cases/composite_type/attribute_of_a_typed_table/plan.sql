-- recreates_view: view public.here: drops the view and makes it again
DROP VIEW public.here;

-- drops_column: composite type public.place: drops the column with its values (note)
ALTER TYPE public.place DROP ATTRIBUTE note CASCADE;

-- rewrites_table: composite type public.place: rewrites the table while nobody can read or write it (zip)
ALTER TYPE public.place ALTER ATTRIBUTE zip TYPE bigint CASCADE;

ALTER TYPE public.place ADD ATTRIBUTE street text CASCADE;

CREATE VIEW public.here AS
SELECT zip FROM shop;
