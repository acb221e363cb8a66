CREATE TABLE public."Order; DROP TABLE book" (
    "select" integer,
    "a""b" text DEFAULT 'it''s; -- fine'
);

CREATE TABLE public.book (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);

CREATE UNLOGGED TABLE public.log (
    at timestamp with time zone DEFAULT now() NOT NULL,
    message text
) WITH (autovacuum_enabled='false', fillfactor='70');

ALTER TABLE public.log ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.log REPLICA IDENTITY FULL;

CREATE TABLE public.nothing ();
