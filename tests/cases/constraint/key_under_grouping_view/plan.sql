-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- recreates_object: routine public.f(): drops the object and makes it again
DROP FUNCTION public.f();

ALTER TABLE public.w DROP CONSTRAINT w_pkey;

-- needs_unique_data: constraint public.t.npk: fails when present rows repeat a value
-- blocks_reads: constraint public.t.npk: blocks reads and writes while it runs
ALTER TABLE public.t ADD CONSTRAINT npk PRIMARY KEY (id) INCLUDE (a);

CREATE VIEW public.v AS
SELECT id, a, count(*) AS n FROM t GROUP BY id;

-- needs_unique_data: constraint public.u.u_pkey: fails when present rows repeat a value
-- blocks_reads: constraint public.u.u_pkey: blocks reads and writes while it runs
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id);

CREATE VIEW public.a_of_u AS
SELECT id, a, count(*) AS n FROM u GROUP BY id;

-- needs_unique_data: constraint public.w.w_key: fails when present rows repeat a value
-- blocks_reads: constraint public.w.w_key: blocks reads and writes while it runs
ALTER TABLE public.w ADD CONSTRAINT w_key PRIMARY KEY (id) INCLUDE (a);

CREATE FUNCTION public.f()
    RETURNS bigint
    LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) FROM (SELECT a FROM w GROUP BY id) x;
END;
