-- changes_authorization: default privileges sequences for pg_monitor: changes who may see or do what
ALTER DEFAULT PRIVILEGES REVOKE GRANT OPTION FOR USAGE ON SEQUENCES FROM pg_monitor;

-- changes_authorization: default privileges tables for pg_read_all_data: changes who may see or do what
ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM pg_read_all_data;

-- changes_authorization: default privileges tables for pg_read_all_data: changes who may see or do what
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_read_all_data;

-- changes_authorization: default privileges shop, tables for pg_monitor: changes who may see or do what
ALTER DEFAULT PRIVILEGES IN SCHEMA shop REVOKE INSERT ON TABLES FROM pg_monitor;

-- changes_authorization: default privileges shop, tables for pg_monitor: changes who may see or do what
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT UPDATE ON TABLES TO pg_monitor;
