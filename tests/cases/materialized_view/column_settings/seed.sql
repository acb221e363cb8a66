INSERT INTO task VALUES (1, 'a', 'b');
