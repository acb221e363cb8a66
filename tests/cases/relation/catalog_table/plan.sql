ALTER TABLE public.below RESET (user_catalog_table);

ALTER TABLE public.event RESET (user_catalog_table);

ALTER TABLE public.event SET (fillfactor='80');

-- rewrites_table: column public.above.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.above ALTER COLUMN id TYPE bigint;

ALTER TABLE public.below SET (user_catalog_table='on');

-- rewrites_table: column public.becomes_one.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.becomes_one ALTER COLUMN id TYPE bigint;

ALTER TABLE public.becomes_one SET (user_catalog_table='true');

-- rewrites_table: column public.event.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.event ALTER COLUMN id TYPE bigint;

ALTER TABLE public.event SET (user_catalog_table='true');

ALTER TABLE public.stays ADD COLUMN more text;
