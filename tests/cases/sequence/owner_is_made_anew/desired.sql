CREATE TABLE visit (id int, day int) PARTITION BY LIST (day);
-- Its bound is free when the other is gone, which would take the sequence along.
CREATE TABLE other PARTITION OF visit FOR VALUES IN (1);
CREATE SEQUENCE numbers OWNED BY other.id;
