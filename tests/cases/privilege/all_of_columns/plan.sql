-- changes_authorization: privileges of column public.t.a for pg_monitor: changes who may see or do what
GRANT ALL (a) ON TABLE public.t TO pg_monitor;

-- changes_authorization: privileges of column public.t.b for pg_monitor: changes who may see or do what
GRANT ALL (b) ON TABLE public.t TO pg_monitor;

-- changes_authorization: privileges of column public.t.c for pg_monitor: changes who may see or do what
GRANT ALL (c) ON TABLE public.t TO pg_monitor WITH GRANT OPTION;
