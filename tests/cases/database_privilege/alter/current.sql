CREATE TABLE orders (id bigint PRIMARY KEY, city text NOT NULL);
DO $$ BEGIN EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO pg_monitor', current_database()); END $$;
DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()); END $$;
