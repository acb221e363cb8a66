ALTER TABLE public.book RENAME TO tome;

ALTER TABLE public.tome RENAME COLUMN price TO cost;

ALTER INDEX public.book_title_idx RENAME TO tome_title_idx;
