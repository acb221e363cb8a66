CREATE TABLE public.orders_2026 PARTITION OF public.orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE public.orders_2027 PARTITION OF public.orders FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

ALTER INDEX public.orders_2026_total_total1_idx RENAME TO twice_2026;
