-- drops_data: table public.stored: drops the rows that it holds
DROP TABLE public.stored;

DROP ACCESS METHOD heap2;

CREATE ACCESS METHOD tree TYPE INDEX HANDLER pg_catalog.bthandler;
