-- changes_authorization: privileges of column public.book.id for pg_monitor: changes who may see or do what
GRANT UPDATE (id) ON TABLE public.book TO pg_monitor;

-- changes_authorization: privileges of column public.book.id for pg_read_all_data: changes who may see or do what
GRANT SELECT (id), INSERT (id), REFERENCES (id) ON TABLE public.book TO pg_read_all_data WITH GRANT OPTION;

-- changes_authorization: privileges of column public.book.price for pg_monitor: changes who may see or do what
GRANT REFERENCES (price) ON TABLE public.book TO pg_monitor;

-- changes_authorization: privileges of column public.book.price for pg_read_all_data: changes who may see or do what
GRANT ALL (price) ON TABLE public.book TO pg_read_all_data;

-- changes_authorization: privileges of column public.book.title for pg_monitor: changes who may see or do what
GRANT UPDATE (title), REFERENCES (title) ON TABLE public.book TO pg_monitor;
