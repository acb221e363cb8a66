-- recreates_view: view public.made_anew: drops the view and makes it again
DROP VIEW public.made_anew;

CREATE SEQUENCE public.others;

ALTER VIEW public.kept ALTER COLUMN state DROP DEFAULT;

ALTER VIEW public.kept ALTER COLUMN id SET DEFAULT nextval('others');

ALTER VIEW public.kept ALTER COLUMN title SET DEFAULT 'it''s';

CREATE VIEW public.made_anew AS
SELECT title, id FROM task;

ALTER VIEW public.made_anew ALTER COLUMN title SET DEFAULT 'none';

CREATE OR REPLACE VIEW public.widened AS
SELECT id, due FROM task;

ALTER VIEW public.widened ALTER COLUMN due SET DEFAULT current_date + 14;
