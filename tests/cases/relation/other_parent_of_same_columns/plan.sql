CREATE TABLE public.new_base (
    id bigint,
    label text NOT NULL
);

ALTER TABLE public.child INHERIT public.new_base, INHERIT public.other_base, NO INHERIT public.old_base;

-- drops_data: table public.old_base: drops the rows that it holds
DROP TABLE public.old_base;
