CREATE TABLE orders (id bigint PRIMARY KEY, city text NOT NULL);
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = 5000', current_database()); END $$;
DO $$ BEGIN EXECUTE format('ALTER ROLE clerk IN DATABASE %I SET timezone = ''UTC''', current_database()); END $$;
