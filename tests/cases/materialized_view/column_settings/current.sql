CREATE TABLE task (id bigint, title text, notes text);
CREATE MATERIALIZED VIEW kept AS SELECT id, title, notes FROM task;
ALTER MATERIALIZED VIEW kept ALTER id SET STATISTICS 40, ALTER title SET STORAGE EXTERNAL;
CREATE MATERIALIZED VIEW made_anew AS SELECT id, title FROM task;
ALTER MATERIALIZED VIEW made_anew ALTER title SET (n_distinct = 5);
