DROP TEXT SEARCH TEMPLATE public.t;

CREATE TEXT SEARCH TEMPLATE public.t (INIT = pg_catalog.dsimple_init, LEXIZE = pg_catalog.dsimple_lexize);
