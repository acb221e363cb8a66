INSERT INTO ev (id, at) VALUES (1, '2024-02-01');
