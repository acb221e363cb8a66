-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
REVOKE ALL ON TABLE public.book FROM pg_monitor;
