CREATE TEXT SEARCH PARSER s.p (
    START = pg_catalog.prsd_start,
    GETTOKEN = pg_catalog.prsd_nexttoken,
    END = pg_catalog.prsd_end,
    HEADLINE = pg_catalog.prsd_headline,
    LEXTYPES = pg_catalog.prsd_lextype
);

CREATE TEXT SEARCH CONFIGURATION s.c (PARSER = s.p);

ALTER TEXT SEARCH CONFIGURATION s.c ADD MAPPING FOR word WITH pg_catalog.simple;

COMMENT ON TEXT SEARCH PARSER s.p IS 'p';
