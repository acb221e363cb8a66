CREATE SCHEMA depot;
COMMENT ON SCHEMA depot IS 'Trams, lines, rides';

CREATE TYPE depot.tram_state AS ENUM ('ready', 'out', 'repair');
CREATE TYPE depot.plate AS (prefix text, number int);
CREATE DOMAIN depot.line_code AS text
  DEFAULT '1'
  CONSTRAINT line_code_is_short CHECK (length(VALUE) <= 3);

CREATE TABLE depot.tram (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plate depot.plate,
  state depot.tram_state NOT NULL DEFAULT 'ready',
  seats int NOT NULL DEFAULT 60,
  length_m numeric(5,2) CHECK (length_m > 0),
  notes text,
  bought_on date
);
COMMENT ON TABLE depot.tram IS 'One row per vehicle';
COMMENT ON COLUMN depot.tram.seats IS 'Without the driver''s';

CREATE TABLE depot.line (
  code depot.line_code PRIMARY KEY,
  name varchar(80) NOT NULL,
  colour char(6),
  opened_on date NOT NULL DEFAULT CURRENT_DATE,
  CONSTRAINT line_name_is_taken UNIQUE (name)
);

CREATE SEQUENCE depot.ticket_number START 1000 CACHE 10;
