CREATE SCHEMA shop;
CREATE TYPE shop.mood AS ENUM ('good');
CREATE TABLE shop.item (id integer CONSTRAINT item_pkey PRIMARY KEY, m shop.mood);
