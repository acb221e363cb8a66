SET LOCAL check_function_bodies = off;

CREATE FUNCTION app.first_item()
    RETURNS integer
    LANGUAGE sql
AS $$SELECT id FROM item$$;
