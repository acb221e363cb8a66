CREATE TABLE orders (id bigint, placed date NOT NULL) PARTITION BY RANGE (placed);
CREATE TABLE orders_2026 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX orders_id_idx ON orders (id) WITH (fillfactor = 80);
ALTER INDEX orders_2026_id_idx SET (fillfactor = 55);
CREATE INDEX orders_expr_idx ON orders ((- 5), placed);
