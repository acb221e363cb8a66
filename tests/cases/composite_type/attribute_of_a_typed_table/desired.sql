CREATE TYPE place AS (city text, zip bigint, street text);
CREATE TABLE shop OF place;
CREATE TABLE stand OF place (city PRIMARY KEY);
CREATE VIEW here AS SELECT zip FROM shop;
