SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(integer, integer)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
AS $$SELECT true$$;

CREATE OPERATOR public.=== (
    FUNCTION = public.f,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(public.===),
    NEGATOR = OPERATOR(public.!==),
    RESTRICT = pg_catalog.eqsel,
    JOIN = pg_catalog.eqjoinsel,
    HASHES,
    MERGES
);

CREATE FUNCTION public.g(integer, integer)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
AS $$SELECT false$$;

CREATE OPERATOR public.!== (
    FUNCTION = public.g,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(public.!==),
    NEGATOR = OPERATOR(public.===)
);

CREATE FUNCTION public.size(text)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
AS $body$SELECT length($1)$body$;

CREATE OPERATOR public.@# (
    FUNCTION = public.size,
    RIGHTARG = text
);

-- needs_valid_data: constraint public.t.t_a_check: fails when a present row breaks the rule
-- scans_table: constraint public.t.t_a_check: reads the whole table under its lock
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK (a === a);

COMMENT ON OPERATOR public.@# (NONE, text) IS 'How long';
