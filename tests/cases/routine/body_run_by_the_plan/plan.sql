SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.a_f(integer)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
AS $body$SELECT public.z_f($1)$body$;

CREATE FUNCTION public.a_g(integer)
    RETURNS integer
    LANGUAGE plpgsql IMMUTABLE
AS $body$begin return public.a_f($1); end$body$;

CREATE FUNCTION public.z_f(integer)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
AS $body$SELECT $1 + 1$body$;

CREATE TABLE public.a (
    id integer,
    g integer GENERATED ALWAYS AS (a_f(id)) STORED
);

CREATE TABLE public.b (
    id integer
) PARTITION BY list ((a_f(id)));

-- rewrites_table: column public.t.n: rewrites the table while nobody can read or write it
ALTER TABLE public.t ADD COLUMN n integer DEFAULT a_g(2) NOT NULL;

CREATE MATERIALIZED VIEW public.a_m AS
SELECT a_g(1);

-- needs_valid_data: constraint public.t.t_id_check: fails when a present row breaks the rule
-- scans_table: constraint public.t.t_id_check: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT t_id_check CHECK (a_g(id) > 0);

CREATE INDEX a_i ON public.a ((a_f(id)));
