SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.items()
    RETURNS bigint
    LANGUAGE sql
    SET role TO 'pg_monitor'
AS $$SELECT count(*) FROM shop.item$$;
