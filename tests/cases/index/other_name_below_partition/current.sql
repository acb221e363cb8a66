CREATE TABLE top (a integer, b text) PARTITION BY LIST (a);
CREATE TABLE middle PARTITION OF top FOR VALUES IN (1, 2) PARTITION BY HASH (b);
CREATE TABLE low PARTITION OF middle FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE other PARTITION OF middle FOR VALUES WITH (modulus 2, remainder 1);
