CREATE OPERATOR public.=== (
    FUNCTION = pg_catalog.texteq,
    LEFTARG = text,
    RIGHTARG = text,
    NEGATOR = OPERATOR(public.!==)
);

CREATE OPERATOR public.<=> (
    FUNCTION = pg_catalog.texteq,
    LEFTARG = text,
    RIGHTARG = text,
    NEGATOR = OPERATOR(public.!==)
);
