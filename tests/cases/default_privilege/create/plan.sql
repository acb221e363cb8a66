-- changes_authorization: default privileges functions for PUBLIC: changes who may see or do what
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- changes_authorization: default privileges schemas for pg_monitor: changes who may see or do what
ALTER DEFAULT PRIVILEGES GRANT CREATE ON SCHEMAS TO pg_monitor;

-- changes_authorization: default privileges sequences for pg_monitor: changes who may see or do what
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO pg_monitor WITH GRANT OPTION;

-- changes_authorization: default privileges tables of pg_monitor for pg_read_all_data: changes who may see or do what
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT ALL ON TABLES TO pg_read_all_data;

-- changes_authorization: default privileges shop, tables for pg_monitor: changes who may see or do what
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO pg_monitor;
