ALTER PUBLICATION chosen DROP TABLE public.orders;

-- rewrites_table: column public.orders.id: rewrites the table while nobody can read or write it (bigint to numeric)
ALTER TABLE public.orders ALTER COLUMN id TYPE numeric;

ALTER PUBLICATION chosen ADD TABLE public.orders (id, city) WHERE (id > 1);
