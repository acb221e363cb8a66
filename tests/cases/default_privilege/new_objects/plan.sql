SET LOCAL check_function_bodies = off;

CREATE TABLE shop.less (
    id bigint
);

REVOKE INSERT ON TABLE shop.less FROM pg_monitor;

CREATE TABLE shop.open (
    id bigint
);

REVOKE SELECT, INSERT ON TABLE shop.open FROM pg_monitor;

CREATE TABLE shop.usual (
    id bigint
);

CREATE FUNCTION shop.open()
    RETURNS integer
    LANGUAGE sql
AS $$SELECT 1$$;

GRANT EXECUTE ON FUNCTION shop.open() TO PUBLIC;

CREATE FUNCTION shop.usual()
    RETURNS integer
    LANGUAGE sql
AS $$SELECT 1$$;

GRANT SELECT ON TABLE shop.less TO pg_monitor;

REVOKE EXECUTE ON FUNCTION shop.usual() FROM PUBLIC;

GRANT SELECT, INSERT ON TABLE shop.usual TO pg_monitor;
