CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE parent (id integer, m mood) PARTITION BY LIST (id);
CREATE TABLE part PARTITION OF parent (m DEFAULT 'ok') FOR VALUES IN (1);
