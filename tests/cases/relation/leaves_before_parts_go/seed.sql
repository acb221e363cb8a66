INSERT INTO k VALUES (1), (2), (3);
INSERT INTO p VALUES (1, 'one', 1), (11, 'eleven', 2);
