CREATE TABLE public.child (
    b integer,
    c text
) INHERITS (public.parent);
