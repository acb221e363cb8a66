CREATE TABLE public.parent (
    id integer,
    body text,
    note text
);

CREATE TABLE public.whole (
    key text,
    body text
) PARTITION BY range (key);

CREATE TABLE public.part PARTITION OF public.whole DEFAULT;

ALTER TABLE ONLY public.parent ALTER COLUMN body SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.parent ALTER COLUMN note SET COMPRESSION pglz;

CREATE TABLE public.child () INHERITS (public.parent);

ALTER TABLE public.child ALTER COLUMN body SET STORAGE EXTENDED;

ALTER TABLE public.child ALTER COLUMN note SET COMPRESSION DEFAULT;

ALTER TABLE public.part ALTER COLUMN body SET STORAGE EXTENDED;

ALTER TABLE public.part ALTER COLUMN key SET COMPRESSION DEFAULT;

ALTER TABLE ONLY public.whole ALTER COLUMN body SET STORAGE MAIN;

ALTER TABLE ONLY public.whole ALTER COLUMN key SET COMPRESSION pglz;
