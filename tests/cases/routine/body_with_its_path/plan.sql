CREATE FUNCTION app.first_item()
    RETURNS integer
    LANGUAGE sql
    SET search_path TO 'app'
AS $$SELECT id FROM item$$;
