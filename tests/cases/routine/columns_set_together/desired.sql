CREATE TABLE t (a integer, b text, c integer, d integer, e integer[], f integer);
CREATE TABLE s (a integer, c integer);
CREATE FUNCTION f() RETURNS void BEGIN ATOMIC
    UPDATE t SET b = 'x', (a, c) = (1, 2), (d, f) = (SELECT s.a, s.c FROM s), e[1] = 5;
END;
