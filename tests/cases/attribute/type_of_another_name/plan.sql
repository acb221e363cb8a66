CREATE TYPE public.width AS ENUM ('small', 'large');

CREATE DOMAIN public.sum AS numeric CONSTRAINT sum_check CHECK (value >= 0);

-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it (public.size[] to public.width[])
-- narrows_type: column public.t.a: changes to a type that can't hold every present value (public.size[] to public.width[]: there is no cast, each value is read from its text)
ALTER TABLE public.t ALTER COLUMN a TYPE public.width[] USING a::text::public.width[];

-- rewrites_table: column public.t.b: rewrites the table while nobody can read or write it (public.size to text)
ALTER TABLE public.t ALTER COLUMN b TYPE text;

DROP TYPE public.size;

-- rewrites_table: column public.t.c: rewrites the table while nobody can read or write it (public.amount to public.sum)
-- narrows_type: column public.t.c: changes to a type that can't hold every present value (public.amount to public.sum)
ALTER TABLE public.t ALTER COLUMN c TYPE public.sum;

DROP DOMAIN public.amount;
