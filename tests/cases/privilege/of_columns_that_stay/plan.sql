-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
REVOKE SELECT ON TABLE public.book FROM pg_monitor;

-- changes_authorization: privileges of table public.book for pg_read_all_data: changes who may see or do what
REVOKE GRANT OPTION FOR SELECT ON TABLE public.book FROM pg_read_all_data;

-- changes_authorization: privileges of column public.book.id for pg_monitor: changes who may see or do what
GRANT SELECT (id) ON TABLE public.book TO pg_monitor;

-- changes_authorization: privileges of column public.book.price for pg_read_all_data: changes who may see or do what
GRANT SELECT (price) ON TABLE public.book TO pg_read_all_data WITH GRANT OPTION;

-- changes_authorization: privileges of column public.book.title for pg_monitor: changes who may see or do what
GRANT SELECT (title) ON TABLE public.book TO pg_monitor WITH GRANT OPTION;

-- changes_authorization: privileges of column public.book.id for pg_monitor: changes who may see or do what
GRANT UPDATE (id) ON TABLE public.book TO pg_monitor;
