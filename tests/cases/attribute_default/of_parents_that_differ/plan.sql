CREATE TABLE public.fifth (
    c timestamp(2) without time zone DEFAULT now()
);

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

CREATE TABLE public.sixth (
    c timestamp(2) without time zone DEFAULT '2026-01-01'
);

CREATE TABLE public.bare (
    c timestamp(2) without time zone DEFAULT NULL
) INHERITS (public.fifth, public.sixth);

CREATE TABLE public.third (
    a integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    b text
);

CREATE TABLE public.identity (
    a integer DEFAULT NULL NOT NULL
) INHERITS (public.third, public.fourth);

ALTER TABLE public.bare ALTER COLUMN c DROP DEFAULT;

ALTER TABLE public.identity ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY;
