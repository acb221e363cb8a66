-- rewrites_table: column public.book.b: rewrites the table while nobody can read or write it (text to character varying(50))
-- narrows_type: column public.book.b: changes to a type that can't hold every present value (text to character varying(50))
ALTER TABLE public.book ALTER COLUMN b TYPE character varying(50);

ALTER STATISTICS public.st OWNER TO pg_monitor;
