SET LOCAL search_path TO depot;

CREATE TABLE ride (
  id bigserial PRIMARY KEY,
  tram_id bigint NOT NULL REFERENCES tram ON DELETE CASCADE,
  line_code line_code NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  passengers int NOT NULL DEFAULT 0,
  minutes int GENERATED ALWAYS AS (extract(epoch FROM ended_at - started_at)::int / 60) STORED,
  CONSTRAINT ride_ends_after_start CHECK (ended_at >= started_at),
  CONSTRAINT ride_line_fkey FOREIGN KEY (line_code) REFERENCES line (code)
    DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ride_tram_id_idx ON ride (tram_id);
CREATE INDEX ride_running_idx ON ride (started_at DESC) INCLUDE (tram_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX line_colour_key ON line (lower(colour));

CREATE TABLE fare (
  paid_on date NOT NULL,
  amount numeric(8,2) NOT NULL,
  method text NOT NULL DEFAULT 'card'
) PARTITION BY RANGE (paid_on);
CREATE TABLE fare_2025 PARTITION OF fare FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE fare_2026 PARTITION OF fare FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX fare_paid_on_idx ON fare (paid_on);

CREATE TABLE reservation (
  tram_id bigint NOT NULL,
  during tstzrange NOT NULL,
  CONSTRAINT reservation_overlaps EXCLUDE USING gist (during WITH &&)
);
