-- drops_enum_value: enum type public.size: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.size RENAME TO size_old;

CREATE TYPE public.size AS ENUM ('small', 'big');

ALTER TABLE public.shelf ALTER COLUMN size TYPE public.size;

DROP TYPE public.size_old;

-- rewrites_table: column public.shelf.note: rewrites the table while nobody can read or write it (text to date)
-- narrows_type: column public.shelf.note: changes to a type that can't hold every present value (text to date)
ALTER TABLE public.shelf ALTER COLUMN note TYPE date;
