ALTER SEQUENCE public.book_id_seq SET UNLOGGED;

-- rewrites_table: table public.book: rewrites the table while nobody can read or write it
ALTER TABLE public.book SET UNLOGGED;

ALTER TABLE public.book SET (fillfactor='80');

-- changes_authorization: table public.book: changes who may see or do what
ALTER TABLE public.book ENABLE ROW LEVEL SECURITY;

-- changes_authorization: table public.book: changes who may see or do what
ALTER TABLE public.book FORCE ROW LEVEL SECURITY;

ALTER TABLE public.book REPLICA IDENTITY NOTHING;
