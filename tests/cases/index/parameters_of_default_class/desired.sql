CREATE TABLE t (v tsvector);
CREATE INDEX t_v ON t USING gist (v tsvector_ops (siglen = 100));
CREATE INDEX t_w ON t USING gist (v);
