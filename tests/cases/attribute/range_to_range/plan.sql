CREATE TYPE public.coming AS RANGE (
    SUBTYPE = bigint
);

-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it (public.r to int8range)
-- narrows_type: column public.t.a: changes to a type that can't hold every present value (public.r to int8range: there is no cast, each value is read from its text)
ALTER TABLE public.t ALTER COLUMN a TYPE int8range USING a::text::int8range;

-- rewrites_table: column public.t.b: rewrites the table while nobody can read or write it (public.going to public.coming)
-- narrows_type: column public.t.b: changes to a type that can't hold every present value (public.going to public.coming: there is no cast, each value is read from its text)
ALTER TABLE public.t ALTER COLUMN b TYPE public.coming USING b::text::public.coming;

DROP TYPE public.going;
