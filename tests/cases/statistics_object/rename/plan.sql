ALTER STATISTICS public.places RENAME TO towns;

ALTER STATISTICS public.towns SET SCHEMA stats;
