CREATE TABLE t (a int, b text, c int[], d point, e int4range);
CREATE TABLE p (a int, b text) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
-- form: CREATE INDEX ON table (column)
CREATE INDEX ON t (a);
-- form: CREATE INDEX name ON table USING method (column)
CREATE INDEX i ON t USING btree (a, b);
CREATE INDEX j ON t USING hash (b);
CREATE INDEX k ON t USING gin (c);
CREATE INDEX l ON t USING gist (d);
CREATE INDEX m ON t USING spgist (d);
CREATE INDEX n ON t USING brin (a) WITH (pages_per_range = 32, autosummarize = on);
-- form: CREATE UNIQUE INDEX name
CREATE UNIQUE INDEX i ON t (a);
-- form: CREATE INDEX CONCURRENTLY name
CREATE INDEX CONCURRENTLY i ON t (a);
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS j ON t (b);
-- form: CREATE INDEX IF NOT EXISTS name
CREATE INDEX i ON t (a);
CREATE INDEX IF NOT EXISTS i ON t (b);
CREATE INDEX IF NOT EXISTS j ON t (b);
-- form: CREATE INDEX ON ONLY table
CREATE INDEX i ON ONLY p (b);
-- form: CREATE INDEX ON partitioned table
CREATE INDEX i ON p (b);
CREATE INDEX ON p (a, b);
-- form: CREATE INDEX (expression)
CREATE INDEX i ON t ((a + 1), lower(b), (b || 'x'), coalesce(b, 'y'));
-- form: CREATE INDEX (column COLLATE collation opclass)
CREATE INDEX i ON t (b COLLATE "C" text_pattern_ops, b COLLATE "C", lower(b) COLLATE pg_catalog."C" text_ops);
-- form: CREATE INDEX (column opclass (parameter = value))
CREATE EXTENSION pg_trgm;
CREATE INDEX i ON t USING gist (b gist_trgm_ops (siglen = 32));
CREATE INDEX j ON t USING gist (b COLLATE "C" public.gist_trgm_ops (siglen = 64), e);
-- form: CREATE INDEX (column ASC | DESC NULLS FIRST | LAST)
CREATE INDEX i ON t (a ASC, b DESC);
CREATE INDEX j ON t (a ASC NULLS FIRST, b DESC NULLS LAST);
CREATE INDEX k ON t (a NULLS FIRST, b NULLS LAST);
-- form: CREATE INDEX INCLUDE (columns)
CREATE INDEX i ON t (a) INCLUDE (b, c);
CREATE UNIQUE INDEX ON t (a) INCLUDE (b);
-- form: CREATE UNIQUE INDEX NULLS [NOT] DISTINCT
-- since: 15
CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX j ON t (a) NULLS DISTINCT;
-- form: CREATE INDEX WITH (storage_parameter = value)
CREATE INDEX i ON t (a) WITH (fillfactor = 70, deduplicate_items = off);
CREATE INDEX j ON t USING gin (c) WITH (fastupdate = off, gin_pending_list_limit = 100);
CREATE INDEX k ON t USING gist (d) WITH (buffering = on);
CREATE INDEX l ON t (b) WITH (deduplicate_items);
-- form: CREATE INDEX TABLESPACE tablespace
CREATE INDEX i ON t (a) TABLESPACE fast;
CREATE INDEX j ON t (a) TABLESPACE pg_default;
-- form: CREATE INDEX WHERE predicate
CREATE INDEX i ON t (a) WHERE b = 'x' AND a IS NOT NULL;
-- form: CREATE INDEX with all
CREATE UNIQUE INDEX IF NOT EXISTS i ON public.t USING btree (a DESC, b) INCLUDE (c) WITH (fillfactor = 80) TABLESPACE fast WHERE a > 3;
-- form: ALTER INDEX name RENAME TO new
CREATE INDEX i ON t (a);
ALTER INDEX i RENAME TO j;
ALTER INDEX IF EXISTS none RENAME TO j;
-- form: ALTER INDEX name SET TABLESPACE tablespace
CREATE INDEX i ON t (a);
ALTER INDEX i SET TABLESPACE fast;
ALTER INDEX IF EXISTS none SET TABLESPACE fast;
-- form: ALTER INDEX name ATTACH PARTITION index
CREATE INDEX i ON ONLY p (b);
CREATE INDEX i1 ON p1 (b);
ALTER INDEX i ATTACH PARTITION i1;
-- form: ALTER INDEX name DEPENDS ON EXTENSION extension
CREATE EXTENSION hstore;
CREATE INDEX i ON t (a);
ALTER INDEX i DEPENDS ON EXTENSION hstore;
ALTER INDEX i NO DEPENDS ON EXTENSION hstore;
-- form: ALTER INDEX name DEPENDS ON EXTENSION of what the server makes again, or drops
CREATE EXTENSION hstore;
CREATE EXTENSION citext;
CREATE TABLE d (a int, b int, c int, CONSTRAINT d_key UNIQUE (a));
CREATE INDEX d_b ON d (b) WHERE c > 0;
CREATE INDEX d_c ON d (c);
CREATE INDEX d_both ON d (a, b);
ALTER INDEX d_key DEPENDS ON EXTENSION hstore;
ALTER INDEX d_b DEPENDS ON EXTENSION hstore;
ALTER INDEX d_b DEPENDS ON EXTENSION citext;
ALTER INDEX d_b DEPENDS ON EXTENSION citext;
ALTER INDEX d_c DEPENDS ON EXTENSION citext;
ALTER INDEX d_both DEPENDS ON EXTENSION hstore;
ALTER TABLE d ALTER a TYPE bigint;
ALTER TABLE d ALTER c TYPE bigint;
ALTER INDEX d_b DEPENDS ON EXTENSION citext;
ALTER INDEX d_both DEPENDS ON EXTENSION hstore;
DROP EXTENSION hstore;
-- form: ALTER INDEX name SET (storage_parameter = value)
CREATE INDEX i ON t (a);
ALTER INDEX i SET (fillfactor = 60);
ALTER INDEX IF EXISTS i SET (deduplicate_items = off);
-- form: ALTER INDEX name RESET (storage_parameter)
CREATE INDEX i ON t (a) WITH (fillfactor = 60, deduplicate_items = off);
ALTER INDEX i RESET (fillfactor);
-- form: ALTER INDEX name ALTER COLUMN number SET STATISTICS number
CREATE INDEX i ON t ((a + 1), (a * 2));
ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 300;
ALTER INDEX IF EXISTS i ALTER 1 SET STATISTICS 100;
-- form: ALTER INDEX ALL IN TABLESPACE name SET TABLESPACE new
CREATE INDEX i ON t (a) TABLESPACE fast;
CREATE TABLE u (a int PRIMARY KEY USING INDEX TABLESPACE fast);
ALTER INDEX ALL IN TABLESPACE fast SET TABLESPACE pg_default;
-- form: ALTER INDEX ALL IN TABLESPACE name OWNED BY role SET TABLESPACE new NOWAIT
CREATE INDEX i ON t (a) TABLESPACE fast;
ALTER TABLE t OWNER TO anna;
ALTER INDEX ALL IN TABLESPACE fast OWNED BY anna SET TABLESPACE pg_default NOWAIT;
-- form: DROP INDEX name
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b);
CREATE INDEX k ON t (a, b);
DROP INDEX i;
DROP INDEX IF EXISTS j, none RESTRICT;
DROP INDEX k CASCADE;
-- form: DROP INDEX CONCURRENTLY name
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (a);
DROP INDEX CONCURRENTLY i;
DROP INDEX CONCURRENTLY IF EXISTS j;
-- form: DROP INDEX of a constraint
-- refused: the constraint needs it
CREATE TABLE u (a int PRIMARY KEY);
DROP INDEX u_pkey;
-- form: REINDEX
CREATE INDEX i ON t (a);
REINDEX INDEX i;
REINDEX TABLE t;
-- form: CLUSTER table USING index
CREATE INDEX i ON t (a);
CLUSTER t USING i;
-- form: CLUSTER of all tables
CREATE INDEX i ON t (a);
CLUSTER t USING i;
CLUSTER t;
CLUSTER (VERBOSE) t;
CLUSTER VERBOSE t;
-- form: CLUSTER index ON table
CREATE INDEX i ON t (a);
CLUSTER i ON t;
-- form: CREATE INDEX, EXCLUDE, PARTITION BY of expressions that are columns
CREATE TABLE pp (a int, b text, c varchar(5), d timestamp(3)) PARTITION BY RANGE ((d::timestamp(3)));
CREATE TABLE q (a int, b text, c varchar(5), d timestamp(3), EXCLUDE (((a)::int) WITH =));
CREATE INDEX i1 ON q ((a::int));
CREATE INDEX i2 ON q ((c::varchar));
CREATE INDEX i3 ON q ((c::varchar(5)));
CREATE INDEX i4 ON q (((b::text) COLLATE "C"));
CREATE INDEX i5 ON q ((b COLLATE "default"));
CREATE INDEX i6 ON q ((b COLLATE "C") COLLATE "POSIX");
CREATE INDEX i7 ON q (a) WHERE NULL IS NOT NULL AND (NULL, 'a') IS NULL AND 'x' IS NOT NULL;
-- form: CREATE INDEX of a CASE under another collation
CREATE TABLE x (b text);
CREATE INDEX i1 ON x ((CASE WHEN b = 'x' THEN 'y' ELSE b END) COLLATE "C");
CREATE INDEX i2 ON x ((b || 'x'), (CASE b WHEN 'x' THEN b END) COLLATE "C" DESC);
