DROP RULE r ON public.u;

-- recreates_object: routine public.f(): drops the object and makes it again
DROP FUNCTION public.f();

ALTER TABLE public.t DROP CONSTRAINT k;

-- needs_unique_data: constraint public.t.k: fails when present rows repeat a value
-- blocks_reads: constraint public.t.k: blocks reads and writes while it runs
ALTER TABLE public.t ADD CONSTRAINT k UNIQUE (b);

CREATE FUNCTION public.f()
    RETURNS void
    LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO t VALUES (1, 1) ON CONFLICT ON CONSTRAINT k DO UPDATE SET b = 2;
END;

CREATE RULE r AS ON INSERT TO public.u DO
    INSERT INTO t VALUES (new.a, 1) ON CONFLICT ON CONSTRAINT k DO NOTHING;
