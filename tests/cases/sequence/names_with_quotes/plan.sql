CREATE SEQUENCE public.book_id_seq AS integer;

ALTER SEQUENCE public.book_id_seq OWNED BY public.book.id;

SELECT pg_catalog.setval('public.book_id_seq', GREATEST(max(id) + 1, 1), false) FROM public.book;

ALTER TABLE public.book ALTER COLUMN id SET DEFAULT nextval('public.book_id_seq'::regclass);

-- irreversible: sequence public.a"b.c: can't be undone by a down migration (its position is lost)
DROP SEQUENCE public."a""b.c";
