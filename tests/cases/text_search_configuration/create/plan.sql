CREATE TEXT SEARCH DICTIONARY public.words (
    TEMPLATE = pg_catalog.simple,
    stopwords = 'english'
);

CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR asciihword, hword, hword_asciipart, hword_part WITH pg_catalog.english_stem;

ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url, url_path, version WITH pg_catalog.simple;

ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR asciiword, word WITH public.words, pg_catalog.english_stem;

COMMENT ON TEXT SEARCH CONFIGURATION public.search IS 'Of our texts';
