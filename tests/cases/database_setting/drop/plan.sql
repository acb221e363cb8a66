DO $$
BEGIN
    EXECUTE format('ALTER ROLE clerk IN DATABASE %I RESET "TimeZone"', current_database());
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I RESET statement_timeout', current_database());
END
$$;
