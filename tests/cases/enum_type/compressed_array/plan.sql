-- drops_enum_value: enum type public.mood: removes or reorders labels, which rewrites every column of it
ALTER TYPE public.mood RENAME TO mood_old;

CREATE TYPE public.mood AS ENUM ('ok', 'glad');

-- rewrites_table: column public.book.a: rewrites the table while nobody can read or write it
ALTER TABLE public.book ALTER COLUMN a TYPE public.mood[] USING a::text[]::public.mood[];

-- rewrites_table: column public.book.b: rewrites the table while nobody can read or write it
ALTER TABLE public.book ALTER COLUMN b TYPE public.mood USING b::text::public.mood;

ALTER TABLE ONLY public.book ALTER COLUMN a SET STORAGE MAIN;

ALTER TABLE ONLY public.book ALTER COLUMN a SET COMPRESSION pglz;

DROP TYPE public.mood_old;
