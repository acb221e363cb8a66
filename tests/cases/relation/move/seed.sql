INSERT INTO app.customers (name) VALUES ('ann');
INSERT INTO app.orders (customer, total) VALUES (1, 3);
