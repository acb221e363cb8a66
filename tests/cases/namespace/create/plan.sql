CREATE SCHEMA sales;

CREATE TABLE sales.item (
    id integer
);
