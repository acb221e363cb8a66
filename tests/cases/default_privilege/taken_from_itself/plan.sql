-- changes_authorization: default privileges tables of pg_monitor for pg_monitor: changes who may see or do what
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE INSERT, UPDATE ON TABLES FROM pg_monitor;

-- changes_authorization: default privileges sequences of pg_read_all_data for pg_read_all_data: changes who may see or do what
ALTER DEFAULT PRIVILEGES FOR ROLE pg_read_all_data GRANT SELECT, USAGE ON SEQUENCES TO pg_read_all_data;
