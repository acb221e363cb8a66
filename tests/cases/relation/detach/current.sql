CREATE TABLE m (at date, v integer, PRIMARY KEY (at, v), CHECK (v > 0)) PARTITION BY RANGE (at);
CREATE INDEX m_v ON m (v);
CREATE INDEX m_kept ON m (v, at);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE parent (a integer, b integer, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE child (a integer, b integer, c integer, CONSTRAINT positive CHECK (a > 0));
ALTER TABLE child INHERIT parent;
