CREATE RULE r AS ON DELETE TO public.s DO
    UPDATE t SET b = 'x', (a, e[2]) = (SELECT s.a, s.c FROM s), (c, d) = ROW(old.a, DEFAULT), f = 1;
