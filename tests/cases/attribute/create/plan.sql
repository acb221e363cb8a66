ALTER TABLE public.book ADD COLUMN pages integer DEFAULT 1 NOT NULL;

ALTER TABLE public.book ADD COLUMN isbn text COLLATE pg_catalog."C";

-- rewrites_table: column public.book.doubled: rewrites the table while nobody can read or write it
ALTER TABLE public.book ADD COLUMN doubled numeric GENERATED ALWAYS AS (price * 2) STORED;
