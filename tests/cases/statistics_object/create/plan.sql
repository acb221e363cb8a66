CREATE STATISTICS public.costly (ndistinct, mcv) ON city, (total * 2), (lower(zip)) FROM public.orders;

CREATE STATISTICS public.places ON city, zip FROM public.orders;

ALTER STATISTICS public.places SET STATISTICS 500;

CREATE STATISTICS public.single ON (total + 1) FROM public.orders;

COMMENT ON STATISTICS public.places IS 'zip decides city';
