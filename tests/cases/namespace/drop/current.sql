CREATE SCHEMA sales;
CREATE TABLE sales.item (id integer);
CREATE VIEW sales.items AS SELECT id FROM sales.item;
