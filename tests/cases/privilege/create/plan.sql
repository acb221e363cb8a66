-- changes_authorization: privileges of schema n for PUBLIC: changes who may see or do what
GRANT USAGE ON SCHEMA n TO PUBLIC;

-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
GRANT SELECT, INSERT ON TABLE public.book TO pg_monitor;

-- changes_authorization: privileges of column public.book.price for pg_read_all_data: changes who may see or do what
GRANT SELECT (price) ON TABLE public.book TO pg_read_all_data WITH GRANT OPTION;

-- changes_authorization: privileges of column public.book.title for pg_read_all_data: changes who may see or do what
GRANT UPDATE (title) ON TABLE public.book TO pg_read_all_data WITH GRANT OPTION;

-- changes_authorization: privileges of enum type public.e for PUBLIC: changes who may see or do what
REVOKE USAGE ON TYPE public.e FROM PUBLIC;

-- changes_authorization: privileges of routine public.f(integer) for PUBLIC: changes who may see or do what
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

-- changes_authorization: privileges of routine public.f(integer) for pg_monitor: changes who may see or do what
GRANT EXECUTE ON FUNCTION public.f(integer) TO pg_monitor;

-- changes_authorization: privileges of sequence public.q for pg_monitor: changes who may see or do what
GRANT USAGE ON SEQUENCE public.q TO pg_monitor;
