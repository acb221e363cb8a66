CREATE SCHEMA s;
CREATE FUNCTION same(int, text) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT $1::text = $2';
CREATE FUNCTION same(text, int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT $2::text = $1';
CREATE OPERATOR === (FUNCTION = same, LEFTARG = int, RIGHTARG = text);
CREATE FUNCTION cmp(text, text) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 0';
-- form: CREATE OPERATOR name (FUNCTION, LEFTARG, RIGHTARG)
CREATE OPERATOR <-+-> (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
-- form: CREATE OPERATOR name (PROCEDURE, RIGHTARG)
CREATE OPERATOR s.@@! (PROCEDURE = int4um, RIGHTARG = int);
-- form: CREATE OPERATOR with all options
CREATE OPERATOR ==== (FUNCTION = same, LEFTARG = text, RIGHTARG = int, COMMUTATOR = ===, NEGATOR = !===, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
-- form: CREATE OPERATOR with qualified names
CREATE OPERATOR s.==== (FUNCTION = public.same, LEFTARG = text, RIGHTARG = pg_catalog.int4, COMMUTATOR = OPERATOR(public.===), RESTRICT = pg_catalog.eqsel);
-- form: ALTER OPERATOR name OWNER TO role
ALTER OPERATOR === (int, text) OWNER TO anna;
-- form: ALTER OPERATOR name SET SCHEMA schema
ALTER OPERATOR === (int, text) SET SCHEMA s;
-- form: ALTER OPERATOR name SET (RESTRICT, JOIN)
ALTER OPERATOR === (int, text) SET (RESTRICT = eqsel, JOIN = eqjoinsel);
-- form: ALTER OPERATOR name SET (RESTRICT = NONE)
CREATE OPERATOR ==== (FUNCTION = same, LEFTARG = text, RIGHTARG = int, RESTRICT = eqsel, JOIN = eqjoinsel);
ALTER OPERATOR ==== (text, int) SET (RESTRICT = NONE, JOIN = NONE);
-- form: ALTER OPERATOR name SET (COMMUTATOR, NEGATOR, HASHES, MERGES)
-- since: 17
CREATE OPERATOR ==== (FUNCTION = same, LEFTARG = text, RIGHTARG = int);
CREATE OPERATOR !=== (FUNCTION = same, LEFTARG = int, RIGHTARG = text);
ALTER OPERATOR === (int, text) SET (COMMUTATOR = ====, NEGATOR = !===, HASHES, MERGES = true);
-- form: ALTER OPERATOR name (NONE, type)
CREATE OPERATOR @@! (FUNCTION = int4um, RIGHTARG = int);
ALTER OPERATOR @@! (NONE, int) OWNER TO anna;
-- form: DROP OPERATOR names
CREATE OPERATOR @@! (FUNCTION = int4um, RIGHTARG = int);
CREATE OPERATOR ==== (FUNCTION = same, LEFTARG = text, RIGHTARG = int);
DROP OPERATOR IF EXISTS === (int, NONE);
DROP OPERATOR === (int, text), @@! (NONE, int) RESTRICT;
DROP OPERATOR IF EXISTS === (int, text), ==== (text, int) CASCADE;
-- form: CREATE OPERATOR CLASS name
CREATE OPERATOR CLASS k FOR TYPE text USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cmp(text, text);
-- form: CREATE OPERATOR CLASS name DEFAULT
CREATE TYPE e AS ENUM ('a');
CREATE TYPE v AS (a int);
CREATE OPERATOR CLASS k DEFAULT FOR TYPE v USING btree AS OPERATOR 1 < (record, record), OPERATOR 3 = (record, record), FUNCTION 1 (v, v) btrecordcmp(record, record);
-- form: CREATE OPERATOR CLASS name FAMILY family
CREATE OPERATOR FAMILY f USING btree;
CREATE OPERATOR CLASS k FOR TYPE int USING btree FAMILY f AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int), FUNCTION 2 (int) btint4sortsupport(internal);
-- form: CREATE OPERATOR CLASS with STORAGE, FOR SEARCH
CREATE OPERATOR CLASS k FOR TYPE point USING gist AS OPERATOR 11 |>> (point, point) FOR SEARCH, FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal),
  FUNCTION 2 gist_box_union(internal, internal), FUNCTION 3 gist_point_compress(internal), FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 gist_point_distance(internal, point, smallint, oid, internal), STORAGE box;
-- form: CREATE OPERATOR CLASS with FOR ORDER BY
CREATE OPERATOR CLASS k FOR TYPE point USING gist AS OPERATOR 15 <-> (point, point) FOR ORDER BY pg_catalog.float_ops, FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal),
  FUNCTION 2 gist_box_union(internal, internal), FUNCTION 3 gist_point_compress(internal), FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 gist_point_distance(internal, point, smallint, oid, internal), STORAGE box;
-- form: CREATE OPERATOR FAMILY name
CREATE OPERATOR FAMILY f USING btree;
CREATE OPERATOR FAMILY s.f USING hash;
-- form: ALTER OPERATOR CLASS name RENAME TO new
CREATE OPERATOR CLASS k FOR TYPE text USING btree AS OPERATOR 1 <, FUNCTION 1 cmp(text, text);
ALTER OPERATOR CLASS k USING btree RENAME TO l;
-- form: ALTER OPERATOR CLASS name OWNER TO role
CREATE OPERATOR CLASS k FOR TYPE text USING btree AS OPERATOR 1 <, FUNCTION 1 cmp(text, text);
ALTER OPERATOR CLASS k USING btree OWNER TO anna;
-- form: ALTER OPERATOR CLASS name SET SCHEMA schema
CREATE OPERATOR CLASS k FOR TYPE text USING btree AS OPERATOR 1 <, FUNCTION 1 cmp(text, text);
ALTER OPERATOR CLASS k USING btree SET SCHEMA s;
-- form: ALTER OPERATOR FAMILY name ADD
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int, bigint), OPERATOR 3 = (int, bigint) FOR SEARCH, FUNCTION 1 (int, bigint) btint48cmp(int, bigint), FUNCTION 1 btint4cmp(int, int);
-- form: ALTER OPERATOR FAMILY name ADD ... FOR ORDER BY
CREATE OPERATOR FAMILY f USING gist;
ALTER OPERATOR FAMILY f USING gist ADD OPERATOR 15 <-> (point, point) FOR ORDER BY float_ops;
-- form: ALTER OPERATOR FAMILY name DROP
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int, bigint), OPERATOR 2 <= (int, int), FUNCTION 1 (int, bigint) btint48cmp(int, bigint), FUNCTION 1 (int, int) btint4cmp(int, int);
ALTER OPERATOR FAMILY f USING btree DROP OPERATOR 1 (int, bigint), FUNCTION 1 (int);
-- form: ALTER OPERATOR FAMILY name RENAME TO new
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree RENAME TO g;
-- form: ALTER OPERATOR FAMILY name OWNER TO role
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree OWNER TO anna;
-- form: ALTER OPERATOR FAMILY name SET SCHEMA schema
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree SET SCHEMA s;
-- form: DROP OPERATOR CLASS name
CREATE OPERATOR CLASS k FOR TYPE text USING btree AS OPERATOR 1 <, FUNCTION 1 cmp(text, text);
CREATE OPERATOR CLASS l FOR TYPE text USING btree AS OPERATOR 1 <, FUNCTION 1 cmp(text, text);
CREATE TABLE t (a text);
CREATE INDEX i ON t (a l);
DROP OPERATOR CLASS k USING btree RESTRICT;
DROP OPERATOR CLASS IF EXISTS k USING btree;
DROP OPERATOR CLASS IF EXISTS l USING btree CASCADE;
-- form: DROP OPERATOR FAMILY name
CREATE OPERATOR FAMILY f USING btree;
CREATE OPERATOR CLASS k FOR TYPE text USING btree AS OPERATOR 1 <, FUNCTION 1 cmp(text, text);
DROP OPERATOR FAMILY f USING btree RESTRICT;
DROP OPERATOR FAMILY IF EXISTS f USING btree;
DROP OPERATOR FAMILY IF EXISTS k USING btree CASCADE;
-- form: DROP OPERATOR (type)
-- refused: both are to be named
DROP OPERATOR === (int);
-- form: CREATE OPERATOR CLASS with RECHECK
-- until: 17
-- grammar until: 17
CREATE OPERATOR CLASS k FOR TYPE int USING btree AS OPERATOR 1 < RECHECK, FUNCTION 1 btint4cmp(int, int);
-- form: ALTER OPERATOR SET of numbers and texts
-- refused: none of these is one
ALTER OPERATOR === (int, text) SET (RESTRICT = 1);
ALTER OPERATOR === (int, text) SET (RESTRICT = 'eqsel');
