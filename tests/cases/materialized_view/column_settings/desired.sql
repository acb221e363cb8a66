CREATE TABLE task (id bigint, title text, notes text);
CREATE MATERIALIZED VIEW kept AS SELECT id, title, notes FROM task;
ALTER MATERIALIZED VIEW kept ALTER id SET STATISTICS 50, ALTER notes SET COMPRESSION pglz;
ALTER MATERIALIZED VIEW kept ALTER id SET (n_distinct = -1);
CREATE MATERIALIZED VIEW made_anew AS SELECT title, id FROM task;
ALTER MATERIALIZED VIEW made_anew ALTER title SET (n_distinct = 5);
