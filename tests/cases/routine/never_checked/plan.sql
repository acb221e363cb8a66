SET LOCAL check_function_bodies = off;

CREATE TABLE shop.item (
    id bigint
);

CREATE PROCEDURE public.clear(OUT gone integer)
    LANGUAGE sql
BEGIN ATOMIC
 DELETE FROM shop.item;
END;

CREATE FUNCTION public.odd()
    RETURNS integer
    LANGUAGE sql
AS $$SELECT nothing FROM nowhere$$;
