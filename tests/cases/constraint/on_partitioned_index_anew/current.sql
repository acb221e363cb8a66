CREATE TABLE region (id integer, code text) PARTITION BY LIST (id);
CREATE TABLE region_1 PARTITION OF region (CONSTRAINT first UNIQUE (id)) FOR VALUES IN (1);
CREATE TABLE region_2 (id integer PRIMARY KEY, code text);
CREATE TABLE region_3 PARTITION OF region FOR VALUES IN (3);
CREATE UNIQUE INDEX region_id ON region (id);
CREATE TABLE country (id integer) PARTITION BY LIST (id);
CREATE TABLE country_1 PARTITION OF country (CONSTRAINT first_country UNIQUE (id)) FOR VALUES IN (1);
CREATE UNIQUE INDEX country_id ON ONLY country (id);
