SET LOCAL check_function_bodies = off;

CREATE SCHEMA store;

CREATE TABLE store.item (
    id bigint
);

CREATE FUNCTION store.items()
    RETURNS SETOF store.item
    LANGUAGE sql
AS $$SELECT * FROM shop.item$$;
