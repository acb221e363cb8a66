CREATE TABLE public.z (
    a integer
);

CREATE FUNCTION public.f()
    RETURNS void
    LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO z AS i (a) VALUES (1) RETURNING i.a;
 DELETE FROM t d WHERE d.a = 2;
END;

CREATE RULE r AS ON INSERT TO public.t DO
    INSERT INTO z AS i (a) VALUES (new.a);
