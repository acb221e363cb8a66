ALTER TABLE public.book ADD COLUMN title text;

ALTER TABLE public.book ADD COLUMN price numeric DEFAULT 1;

ALTER TABLE public.book_1 ALTER COLUMN price DROP DEFAULT;

-- sets_not_null: column public.book_1.title: fails when a present row has no value
ALTER TABLE public.book_1 ALTER COLUMN title SET NOT NULL;

ALTER TABLE public.shelf ADD COLUMN size integer DEFAULT 1;

-- sets_not_null: column public.box.size: fails when a present row has no value
ALTER TABLE public.box ALTER COLUMN size SET NOT NULL;

ALTER TABLE public.box ALTER COLUMN size DROP DEFAULT;
