-- changes_authorization: owner of schema public: changes who may see or do what
ALTER SCHEMA public OWNER TO pg_monitor;

-- changes_authorization: owner of table public.book: changes who may see or do what
ALTER TABLE public.book OWNER TO pg_monitor;

-- changes_authorization: privileges of schema public for pg_monitor: changes who may see or do what
REVOKE CREATE ON SCHEMA public FROM pg_monitor;

-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
REVOKE INSERT, UPDATE ON TABLE public.book FROM pg_monitor;

-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
REVOKE GRANT OPTION FOR SELECT ON TABLE public.book FROM pg_monitor;
