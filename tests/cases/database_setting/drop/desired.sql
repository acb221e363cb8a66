CREATE TABLE orders (id bigint PRIMARY KEY, city text NOT NULL);
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET statement_timeout', current_database()); END $$;
