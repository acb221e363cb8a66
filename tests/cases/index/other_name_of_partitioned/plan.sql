ALTER INDEX public.m_a RENAME TO m_by_a;

ALTER INDEX public.m_b RENAME TO m_by_b;

COMMENT ON INDEX public.m_by_a IS NULL;
