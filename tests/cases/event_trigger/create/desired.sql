CREATE TABLE orders (
    id bigint NOT NULL,
    city text NOT NULL,
    zip text,
    total numeric(10,2) DEFAULT 0,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
CREATE TABLE log (at timestamp with time zone, what text);
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER watcher ON ddl_command_end WHEN TAG IN ('DROP TABLE', 'create table') EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER off ON sql_drop EXECUTE PROCEDURE watch();
ALTER EVENT TRIGGER off DISABLE;
COMMENT ON EVENT TRIGGER watcher IS 'sees it';
