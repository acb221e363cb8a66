-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
REVOKE INSERT ON TABLE public.book FROM pg_monitor;

-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
GRANT SELECT, DELETE ON TABLE public.book TO pg_monitor WITH GRANT OPTION;

-- changes_authorization: privileges of table public.book for pg_read_all_data: changes who may see or do what
REVOKE GRANT OPTION FOR SELECT ON TABLE public.book FROM pg_read_all_data;
