DROP STATISTICS public.places;

CREATE STATISTICS public.places (dependencies) ON city, zip FROM public.orders;

ALTER STATISTICS public.totals SET STATISTICS 100;

COMMENT ON STATISTICS public.places IS 'zip decides city';
