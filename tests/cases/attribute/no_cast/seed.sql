INSERT INTO t (a, b) VALUES ('small', '{large}');
