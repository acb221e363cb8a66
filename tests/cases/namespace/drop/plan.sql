DROP VIEW sales.items;

-- drops_data: table sales.item: drops the rows that it holds
DROP TABLE sales.item;

DROP SCHEMA sales;

CREATE TABLE public.other (
    id integer
);
