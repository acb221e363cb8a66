ALTER TABLE public.log ENABLE ALWAYS RULE quiet;

CREATE OR REPLACE RULE note AS ON UPDATE TO public.orders
    WHERE (new.total IS NULL) DO INSTEAD
    DELETE FROM orders WHERE id = old.id;
