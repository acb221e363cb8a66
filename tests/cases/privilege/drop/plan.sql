-- changes_authorization: privileges of table public.book for pg_monitor: changes who may see or do what
REVOKE SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.book FROM pg_monitor;
