CREATE TABLE orders (id bigint, placed date NOT NULL, total numeric) PARTITION BY RANGE (placed);
CREATE INDEX orders_twice_idx ON orders (total DESC, total);
CREATE INDEX orders_covering_idx ON orders (placed) INCLUDE (total, id);
CREATE TABLE orders_2026 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER INDEX orders_2026_total_total1_idx RENAME TO twice_2026;
CREATE TABLE orders_2027 PARTITION OF orders FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
