CREATE TABLE orders (id bigint PRIMARY KEY, city text NOT NULL);
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = "$user", public, "Odd one"', current_database()); END $$;
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET app.tenant = ''100%% of it''''s''', current_database()); END $$;
DO $$ BEGIN EXECUTE format('ALTER ROLE clerk IN DATABASE %I SET work_mem = ''8MB''', current_database()); END $$;
