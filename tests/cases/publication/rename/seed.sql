INSERT INTO orders (id, city, zip) VALUES (1, 'Ulm', '89073'), (2, 'Bonn', NULL);
