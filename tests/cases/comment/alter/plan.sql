COMMENT ON TABLE public.book IS 'y';
