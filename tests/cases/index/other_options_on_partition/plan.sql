-- blocks_writes: index public.orders_2026_expr_placed_idx: blocks writes while it runs
CREATE INDEX orders_2026_expr_placed_idx ON public.orders_2026 (('-5'::integer), placed);

-- blocks_writes: index public.orders_expr_idx: blocks writes while it runs
CREATE INDEX orders_expr_idx ON public.orders ((-5), placed);

-- blocks_writes: index public.orders_id_idx: blocks writes while it runs
CREATE INDEX orders_id_idx ON public.orders (id) WITH (fillfactor='80');

ALTER INDEX public.orders_2026_id_idx SET (fillfactor='55');
