CREATE OPERATOR public.!== (
    FUNCTION = public.g,
    LEFTARG = integer,
    RIGHTARG = integer,
    NEGATOR = OPERATOR(public.===)
);
