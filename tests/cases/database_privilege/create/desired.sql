CREATE TABLE orders (id bigint PRIMARY KEY, city text NOT NULL);
DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO pg_monitor WITH GRANT OPTION', current_database()); END $$;
DO $$ BEGIN EXECUTE format('GRANT CREATE, TEMP ON DATABASE %I TO pg_read_all_data', current_database()); END $$;
