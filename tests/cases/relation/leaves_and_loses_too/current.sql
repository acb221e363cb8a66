CREATE TABLE p (id integer, z text, w integer, PRIMARY KEY (id), CONSTRAINT positive CHECK (w > 0)) PARTITION BY RANGE (id);
CREATE INDEX p_z ON p (z);
CREATE INDEX p_w ON p (w);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE b (n integer, id integer, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE c (x integer) INHERITS (b);
