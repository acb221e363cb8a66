CREATE TEXT SEARCH TEMPLATE s.t (INIT = pg_catalog.dsimple_init, LEXIZE = pg_catalog.dsimple_lexize);

CREATE TEXT SEARCH DICTIONARY s.d (
    TEMPLATE = s.t
);

COMMENT ON TEXT SEARCH TEMPLATE s.t IS 't';
