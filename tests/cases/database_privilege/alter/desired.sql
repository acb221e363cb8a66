CREATE TABLE orders (id bigint PRIMARY KEY, city text NOT NULL);
DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO pg_monitor WITH GRANT OPTION', current_database()); END $$;
DO $$ BEGIN EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', current_database()); END $$;
