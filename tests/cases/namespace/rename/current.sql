CREATE SCHEMA sales;
CREATE TYPE sales.mood AS ENUM ('good');
CREATE TABLE sales.item (id integer CONSTRAINT item_pkey PRIMARY KEY, m sales.mood);
