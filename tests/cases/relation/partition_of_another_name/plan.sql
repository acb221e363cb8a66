DROP RULE too ON public.r;

-- recreates_view: view public.w: drops the view and makes it again
DROP VIEW public.w;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

-- recreates_object: routine public.f(): drops the object and makes it again
DROP FUNCTION public.f();

-- drops_data: table public.m1: drops the rows that it holds
DROP TABLE public.m1;

CREATE TABLE public.m_1 PARTITION OF public.m FOR VALUES IN (1, 2);

CREATE FUNCTION public.f()
    RETURNS bigint
    LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) FROM m_1;
END;

CREATE VIEW public.v AS
SELECT a FROM m_1;

CREATE VIEW public.w AS
SELECT a FROM v;

CREATE RULE too AS ON DELETE TO public.r DO
    DELETE FROM m_1;
