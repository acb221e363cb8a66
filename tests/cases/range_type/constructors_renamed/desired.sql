CREATE SCHEMA shop;
CREATE TYPE span AS RANGE (SUBTYPE = timestamp, MULTIRANGE_TYPE_NAME = spans);
ALTER FUNCTION span(timestamp, timestamp) RENAME TO period;
ALTER FUNCTION span(timestamp, timestamp, text) RENAME TO period;
ALTER FUNCTION spans() SET SCHEMA shop;
ALTER FUNCTION spans(span) SET SCHEMA shop;
ALTER FUNCTION spans(span[]) SET SCHEMA shop;
-- A type that has got another name leaves its constructors theirs.
CREATE TYPE room AS RANGE (SUBTYPE = integer);
ALTER TYPE room RENAME TO place;
