CREATE TEXT SEARCH DICTIONARY s.words (
    TEMPLATE = pg_catalog.snowball,
    language = 'german',
    stopwords = 'german'
);

COMMENT ON TEXT SEARCH DICTIONARY s.words IS 'German';
