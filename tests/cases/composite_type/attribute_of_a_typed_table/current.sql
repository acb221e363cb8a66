CREATE TYPE place AS (city text, zip integer, note text);
CREATE TABLE shop OF place;
CREATE TABLE stand OF place (city PRIMARY KEY);
CREATE VIEW here AS SELECT zip FROM shop;
