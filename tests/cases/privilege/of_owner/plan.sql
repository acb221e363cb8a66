-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
REVOKE INSERT ON TABLE public.book FROM pg_monitor;

-- changes_authorization: privileges of routine public.f(integer) for pg_monitor: changes who may see or do what
GRANT EXECUTE ON FUNCTION public.f(integer) TO pg_monitor WITH GRANT OPTION;
