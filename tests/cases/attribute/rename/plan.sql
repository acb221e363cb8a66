ALTER TABLE public.book RENAME COLUMN price TO cost;
