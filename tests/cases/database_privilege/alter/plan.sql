-- changes_authorization: database privileges for PUBLIC: changes who may see or do what
DO $$
BEGIN
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database());
END
$$;

-- changes_authorization: database privileges for pg_monitor: changes who may see or do what
DO $$
BEGIN
    EXECUTE format('REVOKE CREATE ON DATABASE %I FROM pg_monitor', current_database());
END
$$;

-- changes_authorization: database privileges for pg_monitor: changes who may see or do what
DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO pg_monitor WITH GRANT OPTION', current_database());
END
$$;
