CREATE TABLE orders (id bigint, placed date NOT NULL, total numeric) PARTITION BY RANGE (placed);
CREATE INDEX orders_twice_idx ON orders (total DESC, total);
CREATE INDEX orders_covering_idx ON orders (placed) INCLUDE (total, id);
