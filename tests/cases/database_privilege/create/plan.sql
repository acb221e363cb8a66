-- changes_authorization: database privileges for pg_monitor: changes who may see or do what
DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO pg_monitor WITH GRANT OPTION', current_database());
END
$$;

-- changes_authorization: database privileges for pg_read_all_data: changes who may see or do what
DO $$
BEGIN
    EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO pg_read_all_data', current_database());
END
$$;
