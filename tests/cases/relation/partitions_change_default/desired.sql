CREATE TABLE part (id integer NOT NULL CONSTRAINT part_key UNIQUE, code text) PARTITION BY LIST (id);
CREATE INDEX ON part (code);
CREATE TABLE part_rest PARTITION OF part DEFAULT PARTITION BY LIST (id);
CREATE TABLE part_1 PARTITION OF part_rest FOR VALUES IN (1);
ALTER INDEX part_1_id_key RENAME TO part_1_key;
ALTER TABLE part_rest RENAME TO part_others;
