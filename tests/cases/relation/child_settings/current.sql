CREATE TABLE base (a text DEFAULT 'x', b integer DEFAULT 1);
CREATE TABLE parted (a text DEFAULT 'x', b integer) PARTITION BY LIST (b);
