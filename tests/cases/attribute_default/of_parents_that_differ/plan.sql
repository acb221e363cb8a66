CREATE TABLE public.fourth (
    a integer DEFAULT 4,
    b text
);

CREATE TABLE public.its_own (
    b text DEFAULT 'own'
) INHERITS (public.one, public.two);

CREATE TABLE public.neither (
    b text DEFAULT NULL
) INHERITS (public.one, public.two);

CREATE TABLE public.third (
    a integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    b text
);

CREATE TABLE public.identity (
    a integer DEFAULT NULL NOT NULL
) INHERITS (public.third, public.fourth);

ALTER TABLE public.identity ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY;
