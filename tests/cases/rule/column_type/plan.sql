DROP RULE note ON public.orders;

-- rewrites_table: column public.orders.city: rewrites the table while nobody can read or write it (text to character varying(40))
-- narrows_type: column public.orders.city: changes to a type that can't hold every present value (text to character varying(40))
ALTER TABLE public.orders ALTER COLUMN city TYPE character varying(40);

CREATE RULE note AS ON UPDATE TO public.orders
    WHERE (old.zip IS NULL) DO
    INSERT INTO log VALUES (now(), new.city);
