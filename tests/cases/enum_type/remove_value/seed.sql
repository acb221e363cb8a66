INSERT INTO t VALUES (1, 'new', '{new,used}');
