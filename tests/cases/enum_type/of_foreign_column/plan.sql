-- drops_enum_value: enum type public.size: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.size RENAME TO size_old;

CREATE TYPE public.size AS ENUM ('small', 'big');

ALTER TABLE public.shelf ALTER COLUMN size TYPE public.size;

DROP TYPE public.size_old;

ALTER TABLE public.shelf ALTER COLUMN note TYPE date;
