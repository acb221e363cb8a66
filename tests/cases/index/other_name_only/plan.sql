ALTER INDEX public.m_a RENAME TO m_key;

ALTER INDEX public.plain RENAME TO t_a;

ALTER INDEX public.partly RENAME TO t_c;

-- drops_index: index public.one: drops an index that queries may rely on
DROP INDEX public.one;

-- drops_index: index public.other: drops an index that queries may rely on
DROP INDEX public.other;

-- blocks_writes: index public.more: blocks writes while it runs
CREATE INDEX more ON public.t (b, a);

-- blocks_writes: index public.other: blocks writes while it runs
CREATE INDEX other ON public.t (b);
