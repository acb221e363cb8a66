-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it (public.size to public.width)
-- narrows_type: column public.t.a: changes to a type that can't hold every present value (public.size to public.width: there is no cast, each value is read from its text)
ALTER TABLE public.t ALTER COLUMN a TYPE public.width USING a::text::public.width;

-- rewrites_table: column public.t.b: rewrites the table while nobody can read or write it (public.size[] to public.width[])
-- narrows_type: column public.t.b: changes to a type that can't hold every present value (public.size[] to public.width[]: there is no cast, each value is read from its text)
ALTER TABLE public.t ALTER COLUMN b TYPE public.width[] USING b::text::public.width[];

-- rewrites_table: column public.t.c: rewrites the table while nobody can read or write it (uuid to bytea)
-- narrows_type: column public.t.c: changes to a type that can't hold every present value (uuid to bytea: there is no cast, each value is read from its text)
ALTER TABLE public.t ALTER COLUMN c TYPE bytea USING c::text::bytea;

-- rewrites_table: column public.t.d: rewrites the table while nobody can read or write it (time without time zone to interval)
-- narrows_type: column public.t.d: changes to a type that can't hold every present value (time without time zone to interval)
ALTER TABLE public.t ALTER COLUMN d TYPE interval USING d::interval;
