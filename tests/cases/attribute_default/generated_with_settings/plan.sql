CREATE TABLE public.item (
    name text,
    shout text GENERATED ALWAYS AS (upper(name)) STORED
);

ALTER TABLE public.item ALTER COLUMN shout SET STORAGE MAIN;

ALTER TABLE public.item ALTER COLUMN shout SET STATISTICS 7;
