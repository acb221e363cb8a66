INSERT INTO t VALUES ('{small,large}', 'small', 1.5);
