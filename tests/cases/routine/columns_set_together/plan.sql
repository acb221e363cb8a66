CREATE FUNCTION public.f()
    RETURNS void
    LANGUAGE sql
BEGIN ATOMIC
 UPDATE t SET b = 'x', (a, c) = (1, 2), (d, f) = (SELECT s.a, s.c FROM s), e[1] = 5;
END;
