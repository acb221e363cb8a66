DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET app.tenant TO ''100%% of it''''s''', current_database());
END
$$;

DO $body$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET search_path TO ''$user'', ''public'', ''Odd one''', current_database());
END
$body$;

DO $$
BEGIN
    EXECUTE format('ALTER ROLE clerk IN DATABASE %I SET work_mem TO ''8MB''', current_database());
END
$$;
