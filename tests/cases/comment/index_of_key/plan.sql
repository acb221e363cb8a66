COMMENT ON INDEX public.book_isbn IS 'new';

COMMENT ON INDEX public.book_pkey IS 'other';
