INSERT INTO task VALUES (1, 'a', 'open', '2026-01-01');
