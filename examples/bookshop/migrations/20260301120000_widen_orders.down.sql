ALTER TABLE sales.orders ALTER COLUMN note DROP NOT NULL;
ALTER TABLE sales.orders ALTER COLUMN note DROP DEFAULT;
ALTER TABLE sales.orders ALTER COLUMN note TYPE varchar(200) USING left(note, 200);

ALTER TABLE sales.order_line DROP COLUMN total;
ALTER TABLE sales.order_line ALTER COLUMN quantity TYPE smallint;
