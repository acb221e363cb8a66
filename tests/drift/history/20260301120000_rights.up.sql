ALTER TABLE depot.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY line_is_open ON depot.line FOR SELECT USING (opened_on <= CURRENT_DATE);

GRANT USAGE ON SCHEMA depot TO PUBLIC;
GRANT SELECT ON depot.line, depot.tram TO PUBLIC;
GRANT UPDATE (notes) ON depot.tram TO PUBLIC;

ALTER TABLE depot.tram ALTER COLUMN seats TYPE bigint;
ALTER TABLE depot.tram
  ALTER COLUMN notes SET DEFAULT '',
  ADD COLUMN operator text NOT NULL DEFAULT 'city';
ALTER TABLE depot.fare ADD COLUMN note text;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
DROP INDEX depot.ride_tram_id_idx;
CREATE INDEX ride_by_tram_idx ON depot.ride (tram_id, started_at);
