-- changes_authorization: owner of schema n: changes who may see or do what
ALTER SCHEMA n OWNER TO pg_read_all_data;

-- changes_authorization: owner of table public.s: changes who may see or do what
ALTER TABLE public.s OWNER TO pg_read_all_data;
