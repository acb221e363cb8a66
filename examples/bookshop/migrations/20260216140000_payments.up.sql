CREATE TABLE sales.payment (
  id bigint NOT NULL,
  order_id bigint NOT NULL REFERENCES sales.orders,
  paid_on date NOT NULL DEFAULT current_date,
  amount numeric(10,2) NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (id, paid_on)
) PARTITION BY RANGE (paid_on);
COMMENT ON TABLE sales.payment IS 'Refunds are payments with a negative amount';

CREATE TABLE sales.payment_2025 PARTITION OF sales.payment
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE sales.payment_2026 PARTITION OF sales.payment
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE sales.payment_other PARTITION OF sales.payment DEFAULT;

CREATE INDEX ON sales.payment (order_id);
ALTER TABLE sales.payment ADD COLUMN method text NOT NULL DEFAULT 'card';
