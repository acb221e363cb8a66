SET LOCAL check_function_bodies = off;

CREATE PROCEDURE public.clear(VARIADIC ids bigint[])
    LANGUAGE plpgsql
AS $body$ BEGIN EXECUTE $$ SELECT 1; $$; END $body$;

CREATE FUNCTION public.rows_of()
    RETURNS TABLE (id bigint, title text)
    LANGUAGE sql ROWS 10
AS $$SELECT id, title FROM book$$;

CREATE FUNCTION public.total(low numeric DEFAULT 0, OUT n bigint, OUT s numeric)
    RETURNS record
    LANGUAGE sql STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 50
    SET search_path TO 'public', 'pg_temp'
AS $$ SELECT count(*), sum(price) FROM book WHERE price > low $$;
