CREATE TABLE orders (id bigint PRIMARY KEY, city text NOT NULL);
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = ''''', current_database()); END $$;
DO $$ BEGIN EXECUTE format('ALTER ROLE clerk IN DATABASE %I SET enable_seqscan = on', current_database()); END $$;
