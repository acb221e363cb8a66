ALTER INDEX public.a ALTER COLUMN 2 SET STATISTICS -1;

ALTER INDEX public.a ALTER COLUMN 3 SET STATISTICS 100;

-- blocks_writes: index public.b: blocks writes while it runs
CREATE INDEX b ON public.book ((lower(title)));

ALTER INDEX public.b ALTER COLUMN 1 SET STATISTICS 10;
