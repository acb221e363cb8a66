-- changes_authorization: table public.book: changes who may see or do what
ALTER TABLE public.book ENABLE ROW LEVEL SECURITY;

-- changes_authorization: policy public.book.p: changes who may see or do what
CREATE POLICY p ON public.book AS RESTRICTIVE FOR UPDATE TO pg_monitor, pg_read_all_data
    USING (price > 0)
    WITH CHECK (price < 100);

-- changes_authorization: policy public.book.q: changes who may see or do what
CREATE POLICY q ON public.book FOR INSERT
    WITH CHECK (true);
