CREATE SEQUENCE public.codes_seq;

ALTER SEQUENCE public.codes_seq OWNED BY public.book.codes;

CREATE SEQUENCE public.number_seq;

ALTER SEQUENCE public.number_seq OWNED BY public.book.number;

SELECT pg_catalog.setval('public.number_seq', GREATEST(max(number) + 1, 1), false) FROM public.book;

CREATE SEQUENCE public.price_seq;

ALTER SEQUENCE public.price_seq OWNED BY public.book.price;

SELECT pg_catalog.setval('public.price_seq', GREATEST(max(price)::bigint + 1, 1), false) FROM public.book;

CREATE SEQUENCE public.relation_seq;

ALTER SEQUENCE public.relation_seq OWNED BY public.book.relation;
