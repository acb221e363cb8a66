CREATE FUNCTION public.used()
    RETURNS integer
    LANGUAGE sql
RETURN 1;

CREATE VIEW public.shown AS
SELECT x FROM item;

CREATE FUNCTION public.adds()
    RETURNS integer
    LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO item VALUES (used());
 SELECT x FROM shown;
END;

CREATE MATERIALIZED VIEW public.stored AS
SELECT 1 AS one
WITH NO DATA;

CREATE FUNCTION public.reads()
    RETURNS integer
    LANGUAGE sql
RETURN (SELECT max(one) FROM stored);
