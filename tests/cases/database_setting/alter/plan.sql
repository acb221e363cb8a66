DO $$
BEGIN
    EXECUTE format('ALTER ROLE clerk IN DATABASE %I SET enable_seqscan TO ''on''', current_database());
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET search_path TO ''''', current_database());
END
$$;
