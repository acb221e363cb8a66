CREATE DOMAIN public.email AS text DEFAULT 'x@y' NOT NULL CONSTRAINT email_check CHECK (value ~ '@');

CREATE TABLE public.t (
    e public.email
);
