INSERT INTO t VALUES ('new'), ('used');
