ALTER TABLE public.far_book DROP COLUMN title;

ALTER FOREIGN TABLE public.far_book OPTIONS (SET table_name 'tomes', ADD updatable 'no', DROP "limit");

-- rewrites_table: column public.far_book.id: rewrites the table while nobody can read or write it (integer to bigint)
ALTER TABLE public.far_book ALTER COLUMN id TYPE bigint;

-- sets_not_null: column public.far_book.id: fails when a present row has no value
-- scans_table: column public.far_book.id: reads the whole table under its lock
ALTER TABLE public.far_book ALTER COLUMN id SET NOT NULL;

ALTER FOREIGN TABLE public.far_book ALTER COLUMN id OPTIONS (SET column_name 'b', ADD key 'true');

ALTER TABLE public.far_book ADD COLUMN author text;
