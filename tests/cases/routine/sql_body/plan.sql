-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

CREATE OR REPLACE FUNCTION public.f()
    RETURNS bigint
    LANGUAGE sql
BEGIN ATOMIC
 SELECT sum(a) FROM t;
 SELECT max(a) FROM t;
END;
