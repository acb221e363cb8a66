ALTER TYPE public.e RENAME TO e_old;

ALTER TYPE public.e_new RENAME TO e;

DROP FUNCTION public.f(public.e_old);

CREATE FUNCTION public.f(public.e)
    RETURNS integer
    LANGUAGE sql
RETURN 1;

-- rewrites_table: column public.t.p: rewrites the table while nobody can read or write it (public.e_old to public.e)
-- narrows_type: column public.t.p: changes to a type that can't hold every present value (public.e_old to public.e: there is no cast, each value is read from its text)
ALTER TABLE public.t ALTER COLUMN p TYPE public.e USING p::text::public.e;

DROP TYPE public.e_old;
