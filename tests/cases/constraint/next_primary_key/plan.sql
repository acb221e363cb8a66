-- recreates_view: view public.w: drops the view and makes it again
DROP VIEW public.w;

-- recreates_object: routine public.f(): drops the object and makes it again
DROP FUNCTION public.f();

ALTER TABLE public.a DROP CONSTRAINT a_pkey;

-- needs_unique_data: constraint public.a.a_pk: fails when present rows repeat a value
-- blocks_reads: constraint public.a.a_pk: blocks reads and writes while it runs
ALTER TABLE public.a ADD CONSTRAINT a_pk PRIMARY KEY (id) INCLUDE (v);

CREATE FUNCTION public.f()
    RETURNS void
    LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO a VALUES (1) ON CONFLICT ON CONSTRAINT a_pk DO NOTHING;
END;

CREATE VIEW public.w AS
SELECT id, v + 0 AS v FROM a GROUP BY id;
