CREATE FUNCTION depot.count_ride() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ride', NEW.id::text);
  RETURN NEW;
END;
$$;

CREATE FUNCTION depot.seats_of(wanted bigint, spare int DEFAULT 0) RETURNS int
  LANGUAGE sql STABLE
  AS $$ SELECT seats - spare FROM depot.tram WHERE id = wanted $$;
COMMENT ON FUNCTION depot.seats_of(bigint, int) IS 'Null for an unknown tram';

CREATE PROCEDURE depot.close_rides() LANGUAGE sql AS $$
  UPDATE depot.ride SET ended_at = now() WHERE ended_at IS NULL
$$;
REVOKE EXECUTE ON PROCEDURE depot.close_rides() FROM PUBLIC;

CREATE TRIGGER ride_counted AFTER INSERT ON depot.ride
  FOR EACH ROW EXECUTE FUNCTION depot.count_ride();
CREATE TRIGGER ride_changed BEFORE UPDATE ON depot.ride
  FOR EACH ROW WHEN (OLD.passengers <> NEW.passengers) EXECUTE FUNCTION depot.count_ride();
ALTER TABLE depot.ride DISABLE TRIGGER ride_changed;

CREATE VIEW depot.open_ride AS
  SELECT ride.id, ride.tram_id, line.name AS line
  FROM depot.ride JOIN depot.line ON line.code = ride.line_code
  WHERE ride.ended_at IS NULL;
COMMENT ON VIEW depot.open_ride IS 'What is on the road now';

CREATE MATERIALIZED VIEW depot.rides_by_line AS
  SELECT line_code, count(*) AS rides FROM depot.ride GROUP BY line_code;
CREATE UNIQUE INDEX rides_by_line_key ON depot.rides_by_line (line_code);
