-- changes_authorization: policy public.book.p: changes who may see or do what
DROP POLICY p ON public.book;
