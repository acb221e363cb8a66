-- drops_enum_value: enum type public.size: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.size RENAME TO size_old;

CREATE TYPE public.size AS ENUM ('small', 'big');

DROP TYPE public.size_old;

-- changes_authorization: privileges of enum type public.size for PUBLIC: changes who may see or do what
GRANT USAGE ON TYPE public.size TO PUBLIC;

-- changes_authorization: privileges of enum type public.size for pg_monitor: changes who may see or do what
REVOKE USAGE ON TYPE public.size FROM pg_monitor;

-- changes_authorization: privileges of enum type public.size for pg_read_all_data: changes who may see or do what
GRANT USAGE ON TYPE public.size TO pg_read_all_data;
