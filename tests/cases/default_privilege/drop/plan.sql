DROP SCHEMA gone;

-- changes_authorization: default privileges functions for PUBLIC: changes who may see or do what
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- changes_authorization: default privileges shop, tables for pg_monitor: changes who may see or do what
ALTER DEFAULT PRIVILEGES IN SCHEMA shop REVOKE SELECT ON TABLES FROM pg_monitor;
