-- drops_enum_value: enum type public.üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüx: removes or reorders labels, which rewrites every column of it
ALTER TYPE public."üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüx" RENAME TO "üüüüüüüüüüüüüüüüüüüüüüüüüüüüü_old";

CREATE TYPE public."üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüx" AS ENUM ('a');

-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it
ALTER TABLE public.t ALTER COLUMN a TYPE public."üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüx" USING a::text::public."üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüx";

DROP TYPE public."üüüüüüüüüüüüüüüüüüüüüüüüüüüüü_old";
