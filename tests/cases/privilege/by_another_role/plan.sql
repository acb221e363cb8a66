SET ROLE pg_read_all_data;

-- changes_authorization: privileges of table public.book for pg_write_all_data: changes who may see or do what
REVOKE SELECT ON TABLE public.book FROM pg_write_all_data;

SET ROLE pg_monitor;

-- changes_authorization: privileges of column public.book.title for pg_read_all_data: changes who may see or do what
REVOKE UPDATE (title) ON TABLE public.book FROM pg_read_all_data;

RESET ROLE;

-- changes_authorization: privileges of column public.book.title for pg_monitor: changes who may see or do what
REVOKE UPDATE (title) ON TABLE public.book FROM pg_monitor;

SET ROLE pg_monitor;

-- changes_authorization: privileges of routine public.f(integer) for pg_read_all_data: changes who may see or do what
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM pg_read_all_data;

RESET ROLE;

CREATE TABLE n.box (
    id bigint NOT NULL,
    CONSTRAINT box_pkey PRIMARY KEY (id)
);

SET ROLE pg_monitor;

-- changes_authorization: privileges of schema n for pg_read_all_data: changes who may see or do what
GRANT USAGE ON SCHEMA n TO pg_read_all_data;

RESET ROLE;

GRANT SELECT ON TABLE n.box TO pg_monitor WITH GRANT OPTION;

SET ROLE pg_monitor;

GRANT SELECT ON TABLE n.box TO pg_read_all_data;

-- changes_authorization: privileges of table public.book for pg_read_all_data: changes who may see or do what
REVOKE SELECT ON TABLE public.book FROM pg_read_all_data;

RESET ROLE;

-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
REVOKE SELECT ON TABLE public.book FROM pg_monitor;

SET ROLE pg_monitor;

-- changes_authorization: privileges of table public.book for pg_read_all_data: changes who may see or do what
GRANT INSERT ON TABLE public.book TO pg_read_all_data WITH GRANT OPTION;

-- changes_authorization: privileges of routine public.f(integer) for pg_write_all_data: changes who may see or do what
GRANT EXECUTE ON FUNCTION public.f(integer) TO pg_write_all_data;

-- changes_authorization: privileges of table public.shelf for pg_read_all_data: changes who may see or do what
REVOKE SELECT ON TABLE public.shelf FROM pg_read_all_data;

RESET ROLE;

-- changes_authorization: privileges of table public.shelf for pg_monitor: changes who may see or do what
REVOKE GRANT OPTION FOR SELECT ON TABLE public.shelf FROM pg_monitor;

-- changes_authorization: privileges of table public.shelf for pg_read_all_data: changes who may see or do what
GRANT SELECT ON TABLE public.shelf TO pg_read_all_data;
