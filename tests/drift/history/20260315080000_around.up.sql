CREATE STATISTICS depot.ride_statistics ON line_code, passengers FROM depot.ride;
CREATE RULE line_stays AS ON DELETE TO depot.line DO INSTEAD NOTHING;

CREATE FUNCTION depot.watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER watcher ON sql_drop WHEN TAG IN ('DROP FUNCTION') EXECUTE FUNCTION depot.watch();

CREATE PUBLICATION timetable FOR TABLE depot.line (code, name) WHERE (opened_on IS NOT NULL), depot.tram;
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;

CREATE FUNCTION depot.sample_handler() RETURNS language_handler
  LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE sample HANDLER depot.sample_handler;
CREATE TRANSFORM FOR int LANGUAGE sample (TO SQL WITH FUNCTION int4recv(internal));
