DROP TABLE sales.payment;
