INSERT INTO orders (id, city) VALUES (1, 'Ulm'), (2, 'Bonn');
