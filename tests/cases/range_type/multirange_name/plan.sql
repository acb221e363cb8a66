ALTER TYPE public.floats_multirange RENAME TO many_floats;

ALTER FUNCTION public.floats_multirange () RENAME TO many_floats;

ALTER FUNCTION public.floats_multirange (public.floats) RENAME TO many_floats;

ALTER FUNCTION public.floats_multirange (public.floats[]) RENAME TO many_floats;

-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it (public.floats_multirange to public.many_floats)
-- narrows_type: column public.t.a: changes to a type that can't hold every present value (public.floats_multirange to public.many_floats)
ALTER TABLE public.t ALTER COLUMN a TYPE public.many_floats USING a::public.many_floats;
