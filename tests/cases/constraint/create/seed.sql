INSERT INTO author VALUES (1, 'a', '2000-01-01');
INSERT INTO work VALUES (1, 1, 't', '[1,2)');
