CREATE TABLE m (at date, v integer, PRIMARY KEY (at, v), CHECK (v > 0)) PARTITION BY RANGE (at);
CREATE INDEX m_v ON m (v);
CREATE INDEX m_kept ON m (v, at);
CREATE TABLE m1 (at date NOT NULL, v integer NOT NULL);
CREATE INDEX m1_v_at_idx ON m1 (v, at);
CREATE TABLE parent (a integer, b integer, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE child (b integer, c integer);
