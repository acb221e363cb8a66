COMMENT ON SCHEMA public IS 'ours';

COMMENT ON TABLE public.book IS E'it''s
a \\ book; DROP TABLE book;';

COMMENT ON COLUMN public.book.title IS 'the title';

COMMENT ON CONSTRAINT book_pkey ON public.book IS 'k';

COMMENT ON CONSTRAINT d_c ON DOMAIN public.d IS 'c';

COMMENT ON FUNCTION public.f(integer) IS 'f';

COMMENT ON INDEX public.i IS 'i';

COMMENT ON COLUMN public.v.id IS 'id';

COMMENT ON VIEW public.v IS 'v';
