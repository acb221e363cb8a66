CREATE TABLE orders (id bigint PRIMARY KEY, city text NOT NULL);
DO $$ BEGIN EXECUTE format('GRANT ALL ON DATABASE %I TO pg_monitor', current_database()); END $$;
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
