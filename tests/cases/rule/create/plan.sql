CREATE VIEW public.cheap AS
SELECT id, city FROM orders WHERE total < 10;

CREATE RULE cheap_insert AS ON INSERT TO public.cheap DO INSTEAD
    INSERT INTO orders (id, city) VALUES (new.id, new.city) RETURNING id, city;

CREATE RULE quiet AS ON DELETE TO public.log DO INSTEAD NOTHING;

CREATE RULE note AS ON UPDATE TO public.orders
    WHERE (old.city <> new.city) DO (
    INSERT INTO log VALUES (now(), 'moved ' || new.id);
    UPDATE orders SET total = 0 WHERE id = 0;
);

ALTER TABLE public.orders DISABLE RULE note;

CREATE RULE tell AS ON INSERT TO public.orders DO
    NOTIFY arrived;

COMMENT ON RULE note ON public.orders IS 'who moves';
