-- changes_authorization: policy public.book.q: changes who may see or do what
DROP POLICY q ON public.book;

-- changes_authorization: policy public.book.p: changes who may see or do what
ALTER POLICY p ON public.book TO pg_monitor
    USING (price > 1)
    WITH CHECK (price > 2);

-- changes_authorization: policy public.book.q: changes who may see or do what
CREATE POLICY q ON public.book FOR DELETE
    USING (true);
