-- blocks_writes: index public.book_b: blocks writes while it runs
CREATE INDEX book_b ON public.book USING brin (price) WITH (pages_per_range='16');

-- blocks_writes: index public.book_c: blocks writes while it runs
CREATE INDEX book_c ON public.book (title COLLATE pg_catalog."C" pg_catalog.text_pattern_ops);

-- blocks_writes: index public.book_h: blocks writes while it runs
CREATE INDEX book_h ON public.book USING hash (title);

-- blocks_writes: index public.book_u: blocks writes while it runs
-- needs_unique_data: index public.book_u: fails when present rows repeat a value
CREATE UNIQUE INDEX book_u ON public.book ((lower(title)) DESC NULLS LAST, price) INCLUDE (id) WITH (fillfactor='80') WHERE (price > 0);
