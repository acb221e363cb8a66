CREATE TABLE public.child (
    id integer
) INHERITS (public.base);

ALTER TABLE public.child ALTER COLUMN id DROP NOT NULL;

ALTER TABLE public.child ALTER COLUMN label DROP NOT NULL;
