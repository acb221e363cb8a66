CREATE PUBLICATION chosen;

CREATE PUBLICATION everything FOR ALL TABLES WITH (publish='insert, delete');

CREATE PUBLICATION nothing WITH (publish_via_partition_root='true');

ALTER PUBLICATION chosen ADD TABLE public.log;

ALTER PUBLICATION chosen ADD TABLE public.orders (id, city) WHERE (total > 5);

COMMENT ON PUBLICATION chosen IS 'for the warehouse';
