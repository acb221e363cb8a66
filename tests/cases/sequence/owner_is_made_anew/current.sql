CREATE TABLE visit (id int, day int) PARTITION BY LIST (day);
CREATE TABLE first PARTITION OF visit FOR VALUES IN (1);
CREATE SEQUENCE numbers OWNED BY first.id;
