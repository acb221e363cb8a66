-- rewrites_table: column public.orders.zip: rewrites the table while nobody can read or write it (text to character varying(40))
-- narrows_type: column public.orders.zip: changes to a type that can't hold every present value (text to character varying(40))
ALTER TABLE public.orders ALTER COLUMN zip TYPE character varying(40);

ALTER STATISTICS public.places SET STATISTICS 50;
