CREATE TABLE s (a int NOT NULL DEFAULT 1 CHECK (a > 0), b text);
CREATE TABLE r (id int PRIMARY KEY);
-- form: CREATE TABLE (LIKE, LIKE) PARTITION BY
CREATE TABLE o (x int, y text);
CREATE INDEX ON o (x);
CREATE TABLE t (LIKE s INCLUDING ALL, LIKE o INCLUDING INDEXES, z int) PARTITION BY RANGE (z);
-- form: CREATE TABLE INHERITS with LIKE
CREATE TABLE p (b text NOT NULL);
CREATE TABLE t (LIKE s INCLUDING ALL) INHERITS (p);
-- form: CREATE TABLE with serial, identity and generated columns in partitions
CREATE TABLE t (a serial, b int GENERATED ALWAYS AS (a * 2) STORED, c int) PARTITION BY LIST (c);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t2 (c int, a int NOT NULL, b int GENERATED ALWAYS AS (a * 2) STORED);
ALTER TABLE t ATTACH PARTITION t2 FOR VALUES IN (2);
-- form: CREATE TABLE identity in partitions
-- since: 17
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, c int) PARTITION BY LIST (c);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
ALTER TABLE t DETACH PARTITION t1;
-- form: partitions of three levels, keys and indexes
CREATE TABLE t (a int, b int, c int REFERENCES r) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY RANGE (b);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (9);
ALTER TABLE t ADD PRIMARY KEY (a, b);
CREATE INDEX ON t (c);
CREATE TABLE t12 PARTITION OF t1 DEFAULT;
ALTER TABLE t ADD d int CHECK (d > 0);
ALTER TABLE t RENAME c TO z;
ALTER TABLE t DROP CONSTRAINT t_c_fkey;
-- form: partitioned indexes ON ONLY of three levels
CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY RANGE (b);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (9);
CREATE INDEX i ON ONLY t (b);
CREATE INDEX i1 ON ONLY t1 (b);
CREATE INDEX i11 ON t11 (b);
ALTER INDEX i ATTACH PARTITION i1;
ALTER INDEX i1 ATTACH PARTITION i11;
CREATE INDEX j ON ONLY t (a);
CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);
-- form: CREATE INDEX over a partition whose own is not valid
CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY RANGE (b);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES FROM (0) TO (9);
CREATE INDEX i1 ON ONLY t1 (b);
CREATE INDEX i ON t (b);
-- form: partitions that are foreign tables
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER se FOREIGN DATA WRAPPER w;
CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
CREATE FOREIGN TABLE t1 PARTITION OF t FOR VALUES IN (1) SERVER se;
CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);
CREATE INDEX ON t (b);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- form: ALTER TABLE ONLY ADD PRIMARY KEY of a partitioned table, ATTACH PARTITION
CREATE TABLE t (a int NOT NULL, b int) PARTITION BY LIST (a);
CREATE TABLE t1 (a int NOT NULL, b int);
ALTER TABLE ONLY t ATTACH PARTITION t1 FOR VALUES IN (1);
ALTER TABLE ONLY t ADD CONSTRAINT k PRIMARY KEY (a);
ALTER TABLE ONLY t1 ADD CONSTRAINT k1 PRIMARY KEY (a);
ALTER INDEX k ATTACH PARTITION k1;
-- form: inheritance of several parents
CREATE TABLE p (a int DEFAULT 1, CHECK (a > 0));
CREATE TABLE q (a int DEFAULT 2 NOT NULL, b int, CONSTRAINT p_a_check CHECK (a > 0));
CREATE TABLE t (a int DEFAULT 7) INHERITS (p, q);
ALTER TABLE p ADD c int NOT NULL DEFAULT 4;
ALTER TABLE q DROP COLUMN b;
ALTER TABLE t NO INHERIT q;
ALTER TABLE p DROP CONSTRAINT p_a_check;
-- form: inheritance and ALTER COLUMN
CREATE TABLE p (a int, b text);
CREATE TABLE t (c int) INHERITS (p);
CREATE TABLE u () INHERITS (t);
ALTER TABLE p ALTER a TYPE bigint, ALTER a SET NOT NULL, ALTER b SET DEFAULT 'x', ALTER b SET STORAGE EXTERNAL, ALTER b SET STATISTICS 5, ALTER b SET COMPRESSION pglz, ALTER a SET (n_distinct = 4);
ALTER TABLE p RENAME b TO z;
ALTER TABLE ONLY t ALTER z SET DEFAULT 'y';
ALTER TABLE t OWNER TO anna;
-- form: DROP COLUMN that much uses
CREATE TABLE t (a int PRIMARY KEY, b int, c int GENERATED ALWAYS AS (b + 1) STORED, CHECK (b > a), UNIQUE (b));
CREATE INDEX i ON t ((a + b));
CREATE STATISTICS st ON a, b FROM t;
CREATE TABLE u (x int REFERENCES t (b));
CREATE VIEW v AS SELECT b FROM t;
CREATE POLICY po ON t USING (b > 0);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE RULE ru AS ON UPDATE TO t WHERE new.b > 1 DO ALSO SELECT 1;
GRANT SELECT (b) ON t TO anna;
COMMENT ON COLUMN t.b IS 'b';
ALTER TABLE t DROP COLUMN b CASCADE;
-- form: DROP FUNCTION CASCADE of a generated column's expression
CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (f(a)) STORED, c int DEFAULT f(1));
CREATE INDEX i ON t (b);
DROP FUNCTION f CASCADE;
-- form: ALTER COLUMN TYPE of what is used
CREATE TABLE t (a int PRIMARY KEY, b int DEFAULT 3 CHECK (b > 0), c serial);
CREATE INDEX i ON t ((b + 1)) WHERE b > 3;
CREATE STATISTICS st ON (b + a), a FROM t;
CREATE TABLE u (x int REFERENCES t);
ALTER TABLE t ALTER a TYPE bigint, ALTER b TYPE numeric, ALTER c TYPE bigint;
-- form: a key and a NOT NULL
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
ALTER TABLE t DROP CONSTRAINT t_pkey;
ALTER TABLE t ALTER a DROP NOT NULL;
-- form: names that the server cuts and counts
CREATE TABLE a_table_with_a_name_that_is_so_long_that_nothing_fits_after_it_any_more (a_column int UNIQUE CHECK (a_column > 0) REFERENCES r, b serial);
CREATE TABLE t (a int CHECK (a > 0), CHECK (a > 1), CHECK (a > 2), UNIQUE (a), UNIQUE (a) INCLUDE (a));
CREATE INDEX ON t (a);
CREATE INDEX ON t (a);
CREATE INDEX ON t ((a + 1), (a + 2));
-- form: names in quotes
CREATE SCHEMA "S 1";
CREATE TABLE "S 1"."T""x" ("A b" int PRIMARY KEY, "select" text DEFAULT 'x', "Ü" int CHECK ("Ü" > 0));
CREATE INDEX ON "S 1"."T""x" ("select", ("A b" + "Ü"));
CREATE VIEW "V" AS SELECT "A b" AS "from", t."select" FROM "S 1"."T""x" t;
COMMENT ON COLUMN "S 1"."T""x"."select" IS 'x';
GRANT SELECT ("select") ON "S 1"."T""x" TO anna;
-- form: U& names and strings
CREATE TABLE U&"d\0061t\+000061" (a text DEFAULT U&'\0441', b text DEFAULT E'\u0441\n', c bytea DEFAULT '\x00'::bytea, d bit(4) DEFAULT B'1010', e bit varying DEFAULT X'1F');
-- form: DO with loops that the text tells
DO $$ DECLARE n text; BEGIN FOREACH n IN ARRAY ARRAY['x', 'y'] LOOP EXECUTE format('CREATE TABLE %I (a int)', n); END LOOP; END $$;
-- form: FOR UPDATE means each relation and sub-select of FROM
CREATE TABLE o (x int, y text);
CREATE VIEW v1 AS SELECT o.x FROM o, r FOR UPDATE;
CREATE VIEW v2 AS SELECT o.x FROM o LEFT JOIN generate_series(1, 2) g ON true, (SELECT * FROM r) q
  FOR SHARE SKIP LOCKED;
CREATE VIEW v3 AS SELECT a.x FROM o a, o b FOR UPDATE OF b NOWAIT;
CREATE VIEW v4 AS SELECT a.x FROM o a, o b FOR UPDATE OF b NOWAIT FOR SHARE OF a, b;
CREATE VIEW v5 AS WITH w AS (SELECT 1 AS one) SELECT * FROM o a, w FOR UPDATE;
CREATE VIEW v6 AS SELECT * FROM o WHERE EXISTS (SELECT FROM r FOR KEY SHARE) FOR NO KEY UPDATE;
-- form: column aliases of a relation that gets and loses columns
CREATE TABLE o (x int, y int);
CREATE VIEW v1 AS SELECT z.c1, y FROM o z(c1);
CREATE VIEW v2 AS SELECT z.x FROM o z(x, y);
ALTER TABLE o ADD c int;
CREATE VIEW v3 AS SELECT z.c1 FROM o z(c1, c2);
ALTER TABLE o RENAME y TO yy;
ALTER TABLE o ADD d int;
ALTER TABLE o RENAME c TO cc;
-- form: column aliases of a relation that loses the column before them
CREATE TABLE o (x int, y int, z int);
CREATE VIEW v1 AS SELECT q.c2 FROM o q(c1, c2);
CREATE VIEW v2 AS SELECT q.c3 FROM public.o AS q(c1, c2, c3), s AS r(c1, c2);
CREATE VIEW v3 AS SELECT 1 AS one FROM o q (c1);
CREATE VIEW v4 AS WITH o AS (SELECT 1 AS one) SELECT q.c1 FROM o q(c1);
CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT max(q.c3) FROM o q(c1, c2, c3));
ALTER TABLE o DROP COLUMN x;
ALTER TABLE o RENAME y TO c1;
-- form: TABLESAMPLE in a view, which goes with a type that it reads through USING
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE o (x int, y mood);
CREATE VIEW v1 AS SELECT b.x FROM o TABLESAMPLE system (10) REPEATABLE (3), o b TABLESAMPLE bernoulli ('5.5');
CREATE VIEW v2 AS SELECT q.x FROM (SELECT t.y, u.x FROM o t TABLESAMPLE system (10) JOIN o u USING (y)) q;
DROP TYPE mood CASCADE;
-- form: a set operation over a constant with COLLATE
CREATE VIEW v AS SELECT b AS x FROM s UNION ALL SELECT NULL COLLATE "C";
-- form: SET STATISTICS above the greatest
CREATE INDEX i ON s ((a + 1));
CREATE STATISTICS st ON a, b FROM s;
ALTER TABLE s ALTER b SET STATISTICS 10001;
ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 20000;
ALTER STATISTICS st SET STATISTICS 30000;
-- form: WITH toast options and no column that may be long
CREATE TABLE o (x int, y timestamp, z name) WITH (toast.autovacuum_enabled = off, fillfactor = 50);
CREATE TABLE l (x int, y text) WITH (toast.autovacuum_enabled = off);
-- form: columns with DEFAULT NULL under a cast, which a length or precision makes a default
CREATE TABLE n1 (a char(1) DEFAULT CAST(NULL AS char(1)), b char(3) DEFAULT NULL, c varchar(4) DEFAULT NULL::varchar(4), d char(2) DEFAULT NULL::char(3), e varchar(2) DEFAULT NULL::text, f text DEFAULT NULL::varchar(4), g numeric(5,2) DEFAULT NULL::numeric(4,1), h bit(3) DEFAULT NULL::bit(3), i varchar(3)[] DEFAULT NULL::varchar(3)[], j time(3) DEFAULT NULL::time(3), k int DEFAULT NULL::numeric(4,1), l timestamp DEFAULT NULL::date);
CREATE VIEW n2 AS SELECT a, b, c, g FROM n1;
ALTER VIEW n2 ALTER a SET DEFAULT CAST(NULL AS char(1)), ALTER b SET DEFAULT NULL, ALTER c SET DEFAULT NULL::varchar(4), ALTER g SET DEFAULT 4;
-- form: a domain with DEFAULT NULL, which a length makes a default
CREATE DOMAIN d1 AS varchar(5) DEFAULT NULL;
CREATE DOMAIN d2 AS char(3)[] DEFAULT NULL;
CREATE DOMAIN d3 AS int DEFAULT NULL;
CREATE DOMAIN d4 AS varchar(4) DEFAULT NULL::text;
CREATE DOMAIN d5 AS numeric(5,2) DEFAULT NULL;
CREATE DOMAIN d6 AS varchar DEFAULT NULL::text;
CREATE DOMAIN d7 AS int[] DEFAULT NULL;
CREATE DOMAIN d8 AS d1 DEFAULT NULL;
CREATE DOMAIN d9 AS varchar(5) DEFAULT 'x';
ALTER DOMAIN d9 SET DEFAULT NULL;
-- form: a default that is no value of its new type yet
CREATE TABLE o (p point DEFAULT '(1,2)', i interval DEFAULT '1.5 day');
ALTER TABLE o ALTER p TYPE text, ALTER i TYPE text;
-- form: PARTITION OF DEFAULT NULL for a generated column
-- until: 15
CREATE TABLE o (x int, y text GENERATED ALWAYS AS ('') STORED) PARTITION BY LIST (x);
CREATE TABLE o1 PARTITION OF o (y WITH OPTIONS DEFAULT NULL) FOR VALUES IN (1);
-- form: CREATE TYPE AS with the collation that its type has anyway
CREATE TYPE c AS (x text COLLATE pg_catalog."default", y text COLLATE "C");
ALTER TYPE c ADD ATTRIBUTE z varchar COLLATE "default";
-- form: a comment on the index of a constraint goes with the table and the constraint
CREATE TABLE o (x int PRIMARY KEY, y int CONSTRAINT u UNIQUE);
COMMENT ON INDEX o_pkey IS 'one';
COMMENT ON INDEX u IS 'two';
ALTER TABLE o DROP CONSTRAINT u;
DROP TABLE o;
CREATE TABLE o (x int PRIMARY KEY, y int CONSTRAINT u UNIQUE);
-- form: default privileges on types, and a shell
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO anna;
CREATE TYPE a;
CREATE TYPE b;
CREATE FUNCTION b_in(cstring) RETURNS b LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION b_out(b) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE b (INPUT = b_in, OUTPUT = b_out, LIKE = int4);
-- form: the schema public without its comment and its grant
COMMENT ON SCHEMA public IS NULL;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- form: the schema public under another name
ALTER SCHEMA public RENAME TO private;
-- form: the schema public under another name, with facts of its own
COMMENT ON SCHEMA public IS 'mine';
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO anna;
ALTER SCHEMA public OWNER TO bert;
ALTER SCHEMA public RENAME TO private;
-- form: the schema public made anew
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
-- form: another schema is called public
ALTER SCHEMA public RENAME TO private;
CREATE SCHEMA other;
ALTER SCHEMA other RENAME TO public;
CREATE SCHEMA third;
COMMENT ON SCHEMA third IS 'standard public schema';
GRANT USAGE ON SCHEMA third TO PUBLIC;
ALTER SCHEMA public RENAME TO fourth;
ALTER SCHEMA third RENAME TO public;
-- form: ALTER TABLE ADD PRIMARY KEY over a partition with a UNIQUE constraint, and the other way round
CREATE TABLE wide (a integer, b integer NOT NULL) PARTITION BY RANGE (a);
CREATE TABLE wide_1 PARTITION OF wide (UNIQUE (a)) FOR VALUES FROM (0) TO (10);
CREATE TABLE wide_2 (a integer NOT NULL UNIQUE, b integer NOT NULL);
ALTER TABLE wide ADD PRIMARY KEY (a);
ALTER TABLE wide ATTACH PARTITION wide_2 FOR VALUES FROM (10) TO (20);
CREATE TABLE keyed (a integer) PARTITION BY RANGE (a);
CREATE TABLE keyed_1 PARTITION OF keyed (PRIMARY KEY (a)) FOR VALUES FROM (0) TO (10);
CREATE TABLE keyed_2 (a integer PRIMARY KEY);
ALTER TABLE keyed ADD UNIQUE (a);
ALTER TABLE keyed ATTACH PARTITION keyed_2 FOR VALUES FROM (10) TO (20);
-- form: CREATE UNIQUE INDEX of a partitioned table over keys of its partitions
CREATE TABLE wide (a integer, b integer) PARTITION BY RANGE (a);
CREATE TABLE wide_1 PARTITION OF wide (UNIQUE (a)) FOR VALUES FROM (0) TO (10);
CREATE TABLE wide_2 (a integer PRIMARY KEY, b integer);
CREATE UNIQUE INDEX ON wide (a);
CREATE UNIQUE INDEX ON wide (a) WHERE a > 1;
ALTER TABLE wide ATTACH PARTITION wide_2 FOR VALUES FROM (10) TO (20);
-- form: CREATE TABLE, VIEW under the name of a shell type
CREATE TYPE announced;
COMMENT ON TYPE announced IS 'to come';
CREATE TABLE announced (a integer);
CREATE TYPE announced_too;
CREATE VIEW announced_too AS SELECT a FROM announced;
-- form: ALTER TABLE DROP COLUMN CASCADE under INSERT without all columns
CREATE TABLE filled (a integer, b integer);
CREATE PROCEDURE fill() BEGIN ATOMIC INSERT INTO filled DEFAULT VALUES; END;
CREATE FUNCTION filled_a() RETURNS integer BEGIN ATOMIC INSERT INTO filled DEFAULT VALUES RETURNING a; END;
CREATE PROCEDURE fill_first() BEGIN ATOMIC INSERT INTO filled VALUES (1), (2); INSERT INTO filled SELECT 1; END;
CREATE PROCEDURE fill_both() BEGIN ATOMIC INSERT INTO filled VALUES (1, 2); END;
CREATE RULE fills AS ON DELETE TO filled DO INSTEAD INSERT INTO filled DEFAULT VALUES;
CREATE RULE fills_first AS ON UPDATE TO filled DO INSTEAD INSERT INTO filled VALUES (1);
ALTER TABLE filled DROP COLUMN b CASCADE;
-- form: names of an index's own columns, which no rename reaches
CREATE TABLE told (a integer, b text, c integer, d integer, UNIQUE (a) INCLUDE (c), EXCLUDE (d WITH =));
CREATE INDEX ON told (b, lower(b), (a::text)) INCLUDE (c);
CREATE FUNCTION twice(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1 * 2';
CREATE INDEX ON told (twice(a)) WHERE d > 0;
ALTER TABLE told RENAME a TO a2;
ALTER TABLE told RENAME b TO b2;
ALTER TABLE told RENAME c TO c2;
ALTER TABLE told RENAME d TO d2;
ALTER FUNCTION twice RENAME TO doubled;
ALTER TABLE told RENAME TO untold;
CREATE TABLE copied (LIKE untold INCLUDING ALL);
CREATE TABLE copied_again (LIKE copied INCLUDING INDEXES);
ALTER TABLE untold ALTER b2 TYPE varchar, ALTER d2 TYPE bigint;
CREATE TABLE anew (LIKE untold INCLUDING INDEXES);
-- form: names of an index's own columns in partitions
CREATE TABLE parted (a integer, b integer, c integer, UNIQUE (a)) PARTITION BY LIST (a);
CREATE INDEX ON parted (b);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1) PARTITION BY LIST (a);
ALTER TABLE parted RENAME a TO a2;
ALTER TABLE parted RENAME b TO b2;
CREATE TABLE parted_11 PARTITION OF parted_1 FOR VALUES IN (1);
CREATE TABLE parted_2 (a2 integer, b2 integer, c integer);
ALTER TABLE parted ATTACH PARTITION parted_2 FOR VALUES IN (2);
ALTER TABLE parted_2 RENAME CONSTRAINT parted_2_a_key TO first;
CREATE TABLE unlike (LIKE parted_2 INCLUDING INDEXES);
-- form: ADD CONSTRAINT USING INDEX keeps the names of the index's own columns
CREATE TABLE used (a integer, b integer);
CREATE UNIQUE INDEX used_index ON used (a);
ALTER TABLE used RENAME a TO a2;
ALTER TABLE used ADD CONSTRAINT used_key UNIQUE USING INDEX used_index;
CREATE TABLE like_used (LIKE used INCLUDING INDEXES);
-- form: ALTER TABLE RENAME COLUMN of an index
CREATE TABLE named (a integer, b integer UNIQUE);
CREATE INDEX named_index ON named (a, (a + b));
ALTER TABLE named_index RENAME COLUMN expr TO total;
ALTER TABLE named_b_key RENAME COLUMN b TO number;
CREATE TABLE like_named (LIKE named INCLUDING INDEXES);
-- form: ALTER TABLE RENAME COLUMN of an index that has none of that name
-- refused: there is none
CREATE TABLE named (a integer);
CREATE INDEX named_index ON named (a);
ALTER TABLE named_index RENAME COLUMN b TO c;
-- form: the key of a partition on an index of a plain one of the partitioned table
CREATE TABLE wide (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE wide_1 PARTITION OF wide FOR VALUES IN (1);
CREATE UNIQUE INDEX wide_index ON wide (a);
ALTER TABLE wide_1 ADD CONSTRAINT wide_1_key UNIQUE USING INDEX wide_1_a_idx;
CREATE TABLE wide_2 (a integer UNIQUE, b integer);
ALTER TABLE wide ATTACH PARTITION wide_2 FOR VALUES IN (2);
CREATE TABLE wide_3 (a integer UNIQUE, b integer);
ALTER TABLE wide ATTACH PARTITION wide_3 FOR VALUES IN (3);
ALTER TABLE wide DETACH PARTITION wide_3;
ALTER TABLE wide ADD UNIQUE (a);
CREATE TABLE thin (LIKE wide_1 INCLUDING INDEXES);
CREATE UNIQUE INDEX only_index ON ONLY wide (a, b);
CREATE TABLE low (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE low_1 PARTITION OF low (UNIQUE (a, b)) FOR VALUES IN (1);
CREATE UNIQUE INDEX low_index ON ONLY low (a, b);
ALTER INDEX low_index ATTACH PARTITION low_1_a_b_key;
CREATE TABLE gone (a integer) PARTITION BY LIST (a);
CREATE TABLE gone_1 PARTITION OF gone (UNIQUE (a)) FOR VALUES IN (1);
CREATE UNIQUE INDEX gone_index ON gone (a);
DROP INDEX gone_index CASCADE;
-- form: DROP INDEX of a partitioned table that the key of a partition rests on
-- refused: the key depends on it
CREATE TABLE wide (a integer) PARTITION BY LIST (a);
CREATE TABLE wide_1 PARTITION OF wide (UNIQUE (a)) FOR VALUES IN (1);
CREATE UNIQUE INDEX wide_index ON wide (a);
DROP INDEX wide_index;
