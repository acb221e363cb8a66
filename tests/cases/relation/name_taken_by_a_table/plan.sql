ALTER TABLE public.book RENAME TO tome;

ALTER TABLE public.tome RENAME CONSTRAINT book_pkey TO tome_pkey;

CREATE TABLE public.book (
    id integer NOT NULL,
    x text,
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
