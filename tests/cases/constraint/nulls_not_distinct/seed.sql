INSERT INTO work VALUES (1, 'a'), (2, NULL);
