INSERT INTO ch (id, b) VALUES (3, 4);
