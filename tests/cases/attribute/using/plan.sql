ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it (text to integer)
-- narrows_type: column public.t.a: changes to a type that can't hold every present value (text to integer)
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- rewrites_table: column public.t.b: rewrites the table while nobody can read or write it (boolean to integer)
-- narrows_type: column public.t.b: changes to a type that can't hold every present value (boolean to integer)
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;

-- rewrites_table: column public.t.c: rewrites the table while nobody can read or write it (timestamp without time zone to date)
-- narrows_type: column public.t.c: changes to a type that can't hold every present value (timestamp without time zone to date)
ALTER TABLE public.t ALTER COLUMN c TYPE date;

-- rewrites_table: column public.t.d: rewrites the table while nobody can read or write it (integer to text)
ALTER TABLE public.t ALTER COLUMN d TYPE text;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 2;
