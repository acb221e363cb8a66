-- changes_authorization: owner of table public.book: changes who may see or do what
ALTER TABLE public.book OWNER TO pg_read_all_settings;

-- changes_authorization: privileges of table public.book for pg_read_all_settings: changes who may see or do what
GRANT ALL ON TABLE public.book TO pg_read_all_settings;

-- changes_authorization: privileges of column public.book.title for pg_read_all_settings: changes who may see or do what
REVOKE SELECT (title) ON TABLE public.book FROM pg_read_all_settings;

-- changes_authorization: owner of view public.titles: changes who may see or do what
ALTER VIEW public.titles OWNER TO pg_read_all_settings;

-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
GRANT SELECT ON TABLE public.book TO pg_monitor;

-- changes_authorization: privileges of column public.book.title for pg_monitor: changes who may see or do what
GRANT SELECT (title) ON TABLE public.book TO pg_monitor;
