CREATE TABLE t (a integer, b text, c integer, d integer, e integer[], f integer);
CREATE TABLE s (a integer, c integer);
CREATE RULE r AS ON DELETE TO s DO ALSO
    UPDATE t SET b = 'x', (a, e[2]) = (SELECT s.a, s.c FROM s), (c, d) = ROW(old.a, DEFAULT), f = 1;
