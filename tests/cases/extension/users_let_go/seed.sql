INSERT INTO t (x) VALUES ('b');
