-- drops_index: index public.t_a: drops an index that queries may rely on
DROP INDEX public.t_a;

DROP TEXT SEARCH CONFIGURATION public.c;

DROP TEXT SEARCH DICTIONARY public.d;

CREATE TEXT SEARCH DICTIONARY public.d (
    TEMPLATE = pg_catalog.snowball,
    language = 'german'
);

CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciiword WITH public.d;

-- blocks_writes: index public.t_a: blocks writes while it runs
CREATE INDEX t_a ON public.t USING gin ((to_tsvector('c', a)));
