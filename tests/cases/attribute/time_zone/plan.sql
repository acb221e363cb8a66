-- rewrites_table: column public.t.a: rewrites the table while nobody can read or write it (timestamp without time zone to timestamp with time zone)
-- depends_on_time_zone: column public.t.a: reads its values in the time zone of the session (timestamp without time zone to timestamp with time zone)
ALTER TABLE public.t ALTER COLUMN a TYPE timestamp with time zone;

-- rewrites_table: column public.t.b: rewrites the table while nobody can read or write it (timestamp with time zone to timestamp without time zone)
-- depends_on_time_zone: column public.t.b: reads its values in the time zone of the session (timestamp with time zone to timestamp without time zone)
ALTER TABLE public.t ALTER COLUMN b TYPE timestamp without time zone;

-- rewrites_table: column public.t.c: rewrites the table while nobody can read or write it (date to timestamp with time zone)
-- depends_on_time_zone: column public.t.c: reads its values in the time zone of the session (date to timestamp with time zone)
ALTER TABLE public.t ALTER COLUMN c TYPE timestamp with time zone;

-- rewrites_table: column public.t.d: rewrites the table while nobody can read or write it (timestamp without time zone[] to timestamp with time zone[])
-- depends_on_time_zone: column public.t.d: reads its values in the time zone of the session (timestamp without time zone[] to timestamp with time zone[])
ALTER TABLE public.t ALTER COLUMN d TYPE timestamp with time zone[];

-- rewrites_table: column public.t.e: rewrites the table while nobody can read or write it (timestamp without time zone to date)
-- narrows_type: column public.t.e: changes to a type that can't hold every present value (timestamp without time zone to date)
ALTER TABLE public.t ALTER COLUMN e TYPE date;
