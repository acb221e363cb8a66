// Scripts about the kinds that types, functions and operators are made of.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/acceptance/script_agreement.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::acceptance {
namespace {

constexpr auto kTypess = std::to_array<Script>({
    // Aggregates.
    {"aggregate",
     "CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0'); "
     "CREATE VIEW v AS SELECT total(x) FROM generate_series(1, 3) x"},
    {"aggregate_of_old",
     "CREATE AGGREGATE cnt (BASETYPE = 'ANY', SFUNC = int8inc, STYPE = int8, INITCOND "
     "= 0); "
     "CREATE AGGREGATE s (basetype = text, sfunc1 = textcat, stype1 = text, initcond1 "
     "= '')"},
    {"aggregate_of_none",
     "CREATE AGGREGATE n (*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0'); "
     "COMMENT ON AGGREGATE n (*) IS 'counts'; "
     "ALTER AGGREGATE n (*) RENAME TO counted"},
    {"aggregate_in_full",
     "CREATE AGGREGATE a (float8) (SFUNC = float8_accum, STYPE = float8[], SSPACE = "
     "32, FINALFUNC = float8_avg, FINALFUNC_MODIFY = READ_ONLY, COMBINEFUNC = "
     "float8_combine, INITCOND = '{0,0,0}', PARALLEL = SAFE); "
     "CREATE AGGREGATE m (int8) (SFUNC = int8_avg_accum, STYPE = internal, FINALFUNC "
     "= numeric_poly_avg, COMBINEFUNC = int8_avg_combine, SERIALFUNC = "
     "int8_avg_serialize, DESERIALFUNC = int8_avg_deserialize, MSFUNC = "
     "int8_avg_accum, MINVFUNC = int8_avg_accum_inv, MSTYPE = internal, MFINALFUNC = "
     "numeric_poly_avg, MSSPACE = 16, PARALLEL = RESTRICTED)"},
    {"aggregate_ordered_set",
     "CREATE AGGREGATE pct (float8 ORDER BY anyelement) (SFUNC = "
     "ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, "
     "FINALFUNC_EXTRA); "
     "CREATE AGGREGATE md (ORDER BY anyelement) (SFUNC = ordered_set_transition, "
     "STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = "
     "SHAREABLE); "
     "ALTER AGGREGATE pct (float8 ORDER BY anyelement) OWNER TO CURRENT_USER; "
     "COMMENT ON AGGREGATE pct (float8 ORDER BY anyelement) IS 'x'"},
    {"aggregate_hypothetical",
     "CREATE AGGREGATE r (VARIADIC \"any\" ORDER BY VARIADIC \"any\") (SFUNC = "
     "ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, "
     "FINALFUNC_EXTRA, HYPOTHETICAL)"},
    {"aggregate_sort_operator",
     "CREATE AGGREGATE least_of (int) (SFUNC = int4smaller, STYPE = int, SORTOP = <); "
     "CREATE AGGREGATE q (int) (SFUNC = int4smaller, STYPE = int, SORTOP = "
     "OPERATOR(pg_catalog.<))"},
    {"aggregate_replaced",
     "CREATE AGGREGATE x (int) (SFUNC = int4pl, STYPE = int); "
     "CREATE OR REPLACE AGGREGATE x (int) (SFUNC = int4larger, STYPE = int, INITCOND "
     "= '1'); "
     "CREATE OR REPLACE AGGREGATE y (a int) (SFUNC = int4pl, STYPE = int)"},
    {"aggregate_own_functions",
     "CREATE SCHEMA s; "
     "CREATE TYPE s.st AS (n int); "
     "CREATE FUNCTION s.acc(s.st, int) RETURNS s.st LANGUAGE sql AS 'SELECT $1'; "
     "CREATE FUNCTION s.fin(s.st) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$; "
     "CREATE AGGREGATE s.ag (int) (SFUNC = s.acc, STYPE = s.st, FINALFUNC = s.fin); "
     "CREATE VIEW v AS SELECT s.ag(g) || 'y' AS z FROM generate_series(1, 2) g; "
     "ALTER TYPE s.st RENAME TO state; "
     "ALTER FUNCTION s.fin(s.state) RENAME TO finish; "
     "ALTER AGGREGATE s.ag (int) SET SCHEMA public"},
    {"aggregate_overloads",
     "CREATE AGGREGATE t (int) (SFUNC = int4pl, STYPE = int); "
     "CREATE AGGREGATE t (int8) (SFUNC = int8pl, STYPE = int8); "
     "ALTER AGGREGATE t (int8) RENAME TO t8; "
     "DROP AGGREGATE IF EXISTS t (int), t (text)"},
    {"aggregate_privileges",
     "CREATE AGGREGATE t (int) (SFUNC = int4pl, STYPE = int); "
     "REVOKE ALL ON FUNCTION t (int) FROM PUBLIC; "
     "GRANT EXECUTE ON FUNCTION t (int) TO pg_monitor; "
     "COMMENT ON FUNCTION t (int) IS 'f'; "
     "CREATE AGGREGATE u (int) (SFUNC = int4pl, STYPE = int); "
     "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO pg_read_all_data"},
    {"aggregate_dropped_with_function",
     "CREATE FUNCTION f(int, int) RETURNS int LANGUAGE sql AS 'SELECT 1'; "
     "CREATE FUNCTION f(text, text) RETURNS text LANGUAGE sql AS 'SELECT $1'; "
     "CREATE AGGREGATE a (int) (SFUNC = f, STYPE = int); "
     "CREATE AGGREGATE b (text) (SFUNC = f, STYPE = text); "
     "DROP FUNCTION f(int, int) CASCADE"},
    // Range types.
    {"range",
     "CREATE TYPE floatrange AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi); "
     "CREATE TABLE t (a floatrange, b floatmultirange, c floatrange[] DEFAULT '{}', "
     "CHECK (a && floatrange(1, 2)), CHECK (b <> floatmultirange(a)), CHECK (NOT "
     "isempty(a)))"},
    {"range_names",
     "CREATE SCHEMA s; "
     "CREATE TYPE s.span AS RANGE (SUBTYPE = int); "
     "CREATE TYPE a123456789b123456789c123456789d123456789e123456789f12345678 AS "
     "RANGE (SUBTYPE = int); "
     "CREATE TYPE other AS RANGE (SUBTYPE = text, COLLATION = \"C\", "
     "MULTIRANGE_TYPE_NAME = others); "
     "CREATE TYPE s.third AS RANGE (SUBTYPE = int, MULTIRANGE_TYPE_NAME = thirds); "
     "CREATE TABLE t (a s.span_multirange, b others, c thirds)"},
    {"range_options",
     "CREATE TYPE tr AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops); "
     "CREATE TYPE tr2 AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_ops, COLLATION "
     "= \"default\"); "
     "CREATE TYPE vr AS RANGE (SUBTYPE = varchar); "
     "CREATE TYPE pr AS RANGE (SUBTYPE = numeric(10, 2))"},
    {"range_renamed",
     "CREATE TYPE r AS RANGE (SUBTYPE = int); "
     "CREATE TABLE t (a r, b r_multirange DEFAULT r_multirange(r(1, 2))); "
     "CREATE FUNCTION f(r) RETURNS r_multirange LANGUAGE sql AS 'SELECT "
     "r_multirange($1)'; "
     "ALTER TYPE r RENAME TO q; "
     "ALTER TYPE r_multirange RENAME TO qs; "
     "CREATE SCHEMA s; "
     "ALTER TYPE q SET SCHEMA s; "
     "ALTER TABLE t ADD c s.q DEFAULT r(3, 4)"},
    {"range_facts",
     "CREATE TYPE r AS RANGE (SUBTYPE = int); "
     "COMMENT ON TYPE r IS 'x'; "
     "REVOKE USAGE ON TYPE r FROM PUBLIC; "
     "GRANT USAGE ON TYPE r TO pg_monitor; "
     "ALTER TYPE r OWNER TO CURRENT_USER; "
     "DROP TYPE IF EXISTS r2; "
     "CREATE TYPE r3 AS RANGE (SUBTYPE = date); "
     "CREATE TABLE t (a int, b r3); "
     "DROP TYPE r3 CASCADE"},
    {"range_function",
     "CREATE FUNCTION diff(numeric, numeric) RETURNS float8 LANGUAGE sql IMMUTABLE AS "
     "'SELECT ($1 - $2)::float8'; "
     "CREATE TYPE nr AS RANGE (SUBTYPE = numeric, SUBTYPE_DIFF = diff); "
     "CREATE FUNCTION width(anyrange) RETURNS text LANGUAGE sql AS $$SELECT ''$$; "
     "CREATE VIEW v AS SELECT nr(1.5, 2) AS a, lower(nr(1, 2)), width(nr(1, 2)), "
     "nr(1, 2, '[]') @> 1.5 AS c, nr(1, 2) + nr(2, 3) AS d"},
    // Collations.
    {"collation",
     "CREATE COLLATION c1 (LOCALE = 'C'); "
     "CREATE COLLATION c2 (LC_COLLATE = 'C', LC_CTYPE = 'POSIX'); "
     "CREATE COLLATION IF NOT EXISTS c1 (LOCALE = 'POSIX'); "
     "CREATE COLLATION c3 (PROVIDER = icu, LOCALE = 'de-u-co-phonebk'); "
     "CREATE COLLATION ci (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC "
     "= false)"},
    {"collation_copied",
     "CREATE COLLATION a FROM \"C\"; "
     "CREATE COLLATION b FROM \"de-x-icu\"; "
     "CREATE COLLATION c FROM b; "
     "CREATE COLLATION d FROM pg_catalog.\"POSIX\""},
    {"collation_used",
     "CREATE SCHEMA s; "
     "CREATE COLLATION s.c (PROVIDER = icu, LOCALE = 'de'); "
     "SET search_path = public, s; "
     "CREATE TABLE t (a text COLLATE c, b text, CHECK (b < 'x' COLLATE c)); "
     "CREATE INDEX ON t (b COLLATE c, (lower(a) COLLATE \"C\")); "
     "CREATE DOMAIN d AS text COLLATE s.c; "
     "CREATE TYPE ct AS (x text COLLATE c); "
     "CREATE VIEW v AS SELECT b FROM t ORDER BY b COLLATE c; "
     "CREATE TYPE tr AS RANGE (SUBTYPE = text, COLLATION = c)"},
    {"collation_renamed",
     "CREATE COLLATION c (LOCALE = 'C'); "
     "CREATE TABLE t (a text COLLATE c); "
     "CREATE INDEX ON t (a COLLATE \"POSIX\"); "
     "CREATE DOMAIN d AS text COLLATE c; "
     "CREATE VIEW v AS SELECT a COLLATE \"POSIX\" AS p, a < 'x' COLLATE c AS q FROM t; "
     "COMMENT ON COLLATION c IS 'x'; "
     "ALTER COLLATION c RENAME TO k; "
     "CREATE SCHEMA s; "
     "ALTER COLLATION k SET SCHEMA s; "
     "ALTER COLLATION s.k OWNER TO CURRENT_USER; "
     "ALTER COLLATION s.k REFRESH VERSION"},
    {"collation_dropped",
     "CREATE COLLATION c (LOCALE = 'C'); "
     "CREATE TABLE t (a int, b text COLLATE c); "
     "DROP COLLATION c CASCADE; "
     "DROP COLLATION IF EXISTS nope"},
    // Casts.
    {"cast",
     "CREATE TYPE mood AS ENUM ('a', 'b'); "
     "CREATE FUNCTION to_int(mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'; "
     "CREATE CAST (mood AS int) WITH FUNCTION to_int(mood) AS IMPLICIT; "
     "CREATE CAST (varchar AS mood) WITH INOUT AS ASSIGNMENT; "
     "CREATE CAST (text AS mood) WITH INOUT AS IMPLICIT; "
     "CREATE TABLE t (m mood, CHECK (m + 1 > 0)); "
     "CREATE VIEW v AS SELECT m::int, m + 2 AS n, abs(m) AS o FROM t; "
     "COMMENT ON CAST (mood AS int) IS 'x'"},
    {"cast_without_function",
     "CREATE DOMAIN dom AS int; "
     "CREATE TYPE c1 AS (a int); "
     "CREATE TYPE c2 AS (a int); "
     "CREATE FUNCTION f(c1) RETURNS c2 LANGUAGE sql AS 'SELECT ROW(1)::c2'; "
     "CREATE CAST (c1 AS c2) WITH FUNCTION f AS ASSIGNMENT; "
     "CREATE CAST (bytea AS text) WITHOUT FUNCTION; "
     "DROP CAST (c1 AS c2); "
     "DROP CAST IF EXISTS (c2 AS c1)"},
    {"cast_renamed",
     "CREATE TYPE m AS ENUM ('a'); "
     "CREATE FUNCTION f(m, int, boolean) RETURNS m LANGUAGE sql AS 'SELECT $1'; "
     "CREATE CAST (m AS text) WITH INOUT; "
     "COMMENT ON CAST (m AS text) IS 'x'; "
     "ALTER TYPE m RENAME TO n; "
     "CREATE SCHEMA s; "
     "ALTER TYPE n SET SCHEMA s; "
     "ALTER SCHEMA s RENAME TO z"},
    {"cast_dropped_with_type",
     "CREATE TYPE m AS ENUM ('a'); "
     "CREATE CAST (m AS text) WITH INOUT; "
     "CREATE FUNCTION f(m) RETURNS int LANGUAGE sql AS 'SELECT 1'; "
     "DROP TYPE m CASCADE"},
    // Operators.
    {"operator",
     "CREATE FUNCTION f(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE OPERATOR === (FUNCTION = f, LEFTARG = int, RIGHTARG = text, RESTRICT = "
     "eqsel, JOIN = eqjoinsel); "
     "CREATE FUNCTION p(text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'; "
     "CREATE OPERATOR @# (PROCEDURE = p, RIGHTARG = text); "
     "CREATE TABLE t (a int, b text, CHECK (a === b), CHECK (@# b > 0)); "
     "CREATE VIEW v AS SELECT a === 'x' AS c, @# 'y'::text AS d FROM t"},
    {"operator_links",
     "CREATE FUNCTION f(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE FUNCTION g(text, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE OPERATOR === (FUNCTION = f, LEFTARG = int, RIGHTARG = text, COMMUTATOR = "
     "===, NEGATOR = !==, HASHES, MERGES); "
     "CREATE OPERATOR === (FUNCTION = g, LEFTARG = text, RIGHTARG = int, COMMUTATOR = "
     "===)"},
    {"operator_self",
     "CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE OPERATOR === (FUNCTION = f, LEFTARG = int, RIGHTARG = int, COMMUTATOR = "
     "===); "
     "CREATE OPERATOR !== (FUNCTION = f, LEFTARG = int, RIGHTARG = int, NEGATOR = "
     "===); "
     "CREATE OPERATOR <=> (FUNCTION = f, LEFTARG = int, RIGHTARG = int, COMMUTATOR = "
     ">=<); "
     "DROP OPERATOR <=> (int, int)"},
    {"operator_shell_defined",
     "CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE OPERATOR === (FUNCTION = f, LEFTARG = int, RIGHTARG = int, COMMUTATOR = "
     "====, NEGATOR = !==); "
     "CREATE OPERATOR ==== (FUNCTION = f, LEFTARG = int, RIGHTARG = int); "
     "CREATE OPERATOR !== (FUNCTION = f, LEFTARG = int, RIGHTARG = int, NEGATOR = ===)"},
    {"operator_links_in_quotes",
     "CREATE FUNCTION f(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE OPERATOR === (FUNCTION = f, LEFTARG = int, RIGHTARG = text, COMMUTATOR = "
     "'===', NEGATOR = '!==')"},
    {"operator_altered",
     "CREATE SCHEMA s; "
     "CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE OPERATOR === (FUNCTION = f, LEFTARG = int, RIGHTARG = int, RESTRICT = "
     "eqsel); "
     "ALTER OPERATOR === (int, int) SET (RESTRICT = NONE, JOIN = eqjoinsel); "
     "COMMENT ON OPERATOR === (int, int) IS 'x'; "
     "ALTER OPERATOR === (int, int) OWNER TO CURRENT_USER; "
     "CREATE TABLE t (a int CHECK (a === 1)); "
     "ALTER OPERATOR === (int, int) SET SCHEMA s; "
     "ALTER FUNCTION f(int, int) RENAME TO g; "
     "DROP OPERATOR IF EXISTS === (text, text), @@@ (NONE, int)"},
    {"operator_exclusion",
     "CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE TABLE t (r int4range, EXCLUDE USING gist (r WITH &&)); "
     "CREATE TABLE u (a point, EXCLUDE USING gist (a WITH ~=))"},
    {"operator_dropped_with_function",
     "CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE OPERATOR === (FUNCTION = f, LEFTARG = int, RIGHTARG = int); "
     "CREATE VIEW v AS SELECT 1 === 2 AS a; "
     "CREATE TABLE t (a int, CHECK (a === 3)); "
     "DROP FUNCTION f CASCADE"},
    // Operator classes and families.
    {"operator_class",
     "CREATE OPERATOR CLASS rev FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 2 "
     ">=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(int, int); "
     "CREATE TABLE t (a int); "
     "CREATE INDEX ON t (a rev); "
     "COMMENT ON OPERATOR CLASS rev USING btree IS 'x'; "
     "COMMENT ON OPERATOR FAMILY rev USING btree IS 'y'"},
    {"operator_class_in_family",
     "CREATE OPERATOR FAMILY fam USING btree; "
     "CREATE OPERATOR CLASS c4 FOR TYPE int4 USING btree FAMILY fam AS OPERATOR 1 <, "
     "OPERATOR 3 =, OPERATOR 1 < (int4, int8), FUNCTION 1 btint4cmp(int4, int4), "
     "FUNCTION 1 (int4, int8) btint48cmp(int4, int8), FUNCTION 2 "
     "btint4sortsupport(internal), FUNCTION 4 btequalimage(oid); "
     "ALTER OPERATOR FAMILY fam USING btree ADD OPERATOR 1 < (int8, int4), FUNCTION 1 "
     "(int8, int4) btint84cmp(int8, int4), OPERATOR 1 < (int8, int8), OPERATOR 2 <= "
     "(int4, int4); "
     "CREATE OPERATOR CLASS c8 FOR TYPE int8 USING btree FAMILY fam AS OPERATOR 2 <=, "
     "FUNCTION 1 btint8cmp(int8, int8); "
     "ALTER OPERATOR FAMILY fam USING btree DROP OPERATOR 1 (int8, int4), FUNCTION 1 "
     "(int8, int4)"},
    {"operator_class_of_bits",
     "CREATE OPERATOR CLASS b FOR TYPE bit USING gist AS FUNCTION 1 bitcmp(bit, bit), STORAGE bit; "
     "CREATE OPERATOR CLASS c FOR TYPE bit USING gist AS STORAGE varbit"},
    {"row_types_of_the_system",
     "CREATE FUNCTION f(pg_attribute, pg_class[]) RETURNS oid LANGUAGE sql AS 'SELECT "
     "$1.atttypid'; "
     "CREATE TABLE t (a pg_namespace)"},
    {"operator_class_hash",
     "CREATE OPERATOR CLASS h FOR TYPE int4 USING hash AS OPERATOR 1 =, FUNCTION 1 "
     "hashint4(int4), FUNCTION 2 hashint4extended(int4, int8); "
     "CREATE TABLE t (a int); "
     "CREATE INDEX ON t USING hash (a h)"},
    {"operator_class_gist",
     "CREATE OPERATOR CLASS g FOR TYPE box USING gist AS OPERATOR 3 &&, OPERATOR 15 "
     "<-> (box, point) FOR ORDER BY float_ops, FUNCTION 1 "
     "gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 "
     "gist_box_union(internal, internal), FUNCTION 5 gist_box_penalty(internal, "
     "internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), "
     "FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 "
     "gist_box_distance(internal, box, smallint, oid, internal); "
     "CREATE TABLE t (b box); "
     "CREATE INDEX ON t USING gist (b g)"},
    {"operator_class_gin",
     "CREATE OPERATOR CLASS g FOR TYPE tsvector USING gin AS OPERATOR 1 @@ (tsvector, "
     "tsquery), FUNCTION 1 bttextcmp(text, text), FUNCTION 2 "
     "gin_extract_tsvector(tsvector, internal, internal), FUNCTION 3 "
     "gin_extract_tsquery(tsvector, internal, smallint, internal, internal, internal, "
     "internal), FUNCTION 4 gin_tsquery_consistent(internal, smallint, tsvector, int, "
     "internal, internal, internal, internal), STORAGE text"},
    {"operator_class_brin",
     "CREATE OPERATOR CLASS b FOR TYPE int4 USING brin AS OPERATOR 1 <, OPERATOR 3 =, "
     "FUNCTION 1 brin_minmax_opcinfo(internal), FUNCTION 2 "
     "brin_minmax_add_value(internal, internal, internal, internal), FUNCTION 3 "
     "brin_minmax_consistent(internal, internal, internal), FUNCTION 4 "
     "brin_minmax_union(internal, internal, internal)"},
    {"operator_class_default",
     "CREATE TYPE m AS (a int, b int); "
     "CREATE FUNCTION lt(m, m) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE FUNCTION cmp(m, m) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0'; "
     "CREATE OPERATOR <# (FUNCTION = lt, LEFTARG = m, RIGHTARG = m); "
     "CREATE OPERATOR CLASS mo DEFAULT FOR TYPE m USING btree AS OPERATOR 1 <#, "
     "FUNCTION 1 cmp(m, m); "
     "CREATE TABLE t (a m); "
     "CREATE INDEX ON t (a); "
     "CREATE INDEX ON t (a mo); "
     "ALTER TYPE m RENAME TO n; "
     "ALTER FUNCTION cmp(n, n) RENAME TO compare"},
    {"operator_class_renamed",
     "CREATE SCHEMA s; "
     "CREATE OPERATOR CLASS rev FOR TYPE int USING btree AS OPERATOR 1 >, FUNCTION 1 "
     "btint4cmp(int, int); "
     "CREATE TABLE t (a int, b int); "
     "CREATE INDEX ON t (a rev); "
     "ALTER OPERATOR CLASS rev USING btree RENAME TO ver; "
     "ALTER OPERATOR FAMILY rev USING btree RENAME TO fam; "
     "ALTER OPERATOR CLASS ver USING btree SET SCHEMA s; "
     "ALTER OPERATOR FAMILY fam USING btree SET SCHEMA s; "
     "ALTER OPERATOR CLASS s.ver USING btree OWNER TO CURRENT_USER; "
     "ALTER OPERATOR FAMILY s.fam USING btree OWNER TO CURRENT_USER; "
     "CREATE INDEX ON t (b s.ver)"},
    {"operator_class_dropped",
     "CREATE OPERATOR CLASS rev FOR TYPE int USING btree AS OPERATOR 1 >, FUNCTION 1 "
     "btint4cmp(int, int); "
     "CREATE OPERATOR FAMILY fam USING hash; "
     "CREATE OPERATOR CLASS x FOR TYPE int USING btree FAMILY rev AS STORAGE int; "
     "CREATE TABLE t (a int, b int); "
     "CREATE INDEX ON t (a rev); "
     "DROP OPERATOR CLASS rev USING btree CASCADE; "
     "DROP OPERATOR FAMILY rev USING btree; "
     "DROP OPERATOR CLASS IF EXISTS nope USING btree; "
     "DROP OPERATOR FAMILY IF EXISTS fam USING gist"},
    {"operator_family_loses_members",
     "CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT "
     "true'; "
     "CREATE OPERATOR <# (FUNCTION = f, LEFTARG = int, RIGHTARG = int); "
     "CREATE OPERATOR FAMILY fam USING btree; "
     "ALTER OPERATOR FAMILY fam USING btree ADD OPERATOR 1 <# (int, int), OPERATOR 3 "
     "= (int, int); "
     "DROP OPERATOR <# (int, int)"},
    // Text search.
    {"text_search",
     "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, STOPWORDS = english, Accept "
     "= false); "
     "CREATE TEXT SEARCH CONFIGURATION c (COPY = pg_catalog.english); "
     "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word, asciiword WITH d, "
     "english_stem; "
     "ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING FOR email, url; "
     "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING REPLACE simple WITH d; "
     "ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR email WITH pg_catalog.simple; "
     "COMMENT ON TEXT SEARCH CONFIGURATION c IS 'x'; "
     "COMMENT ON TEXT SEARCH DICTIONARY d IS 'y'"},
    {"text_search_plain",
     "CREATE TEXT SEARCH CONFIGURATION c (PARSER = \"default\"); "
     "CREATE TEXT SEARCH CONFIGURATION e (PARSER = pg_catalog.\"default\"); "
     "ALTER TEXT SEARCH CONFIGURATION e ADD MAPPING FOR int, uint WITH simple; "
     "CREATE TEXT SEARCH CONFIGURATION f (COPY = e); "
     "ALTER TEXT SEARCH CONFIGURATION f DROP MAPPING IF EXISTS FOR url, int; "
     "ALTER TEXT SEARCH CONFIGURATION f ALTER MAPPING FOR uint REPLACE simple WITH "
     "german_stem; "
     "CREATE TEXT SEARCH CONFIGURATION r (COPY = russian); "
     "CREATE TEXT SEARCH CONFIGURATION s (COPY = simple)"},
    {"text_search_options",
     "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, Language = english, "
     "StopWords = english); "
     "ALTER TEXT SEARCH DICTIONARY d (StopWords); "
     "ALTER TEXT SEARCH DICTIONARY d (StopWords = 'russian', language = 'german')"},
    {"text_search_parser",
     "CREATE TEXT SEARCH PARSER p (START = prsd_start, GETTOKEN = prsd_nexttoken, END "
     "= prsd_end, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype); "
     "CREATE TEXT SEARCH PARSER q (START = prsd_start, GETTOKEN = prsd_nexttoken, END "
     "= prsd_end, LEXTYPES = prsd_lextype); "
     "CREATE TEXT SEARCH TEMPLATE t (INIT = dsimple_init, LEXIZE = dsimple_lexize); "
     "CREATE TEXT SEARCH TEMPLATE u (LEXIZE = dsimple_lexize); "
     "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = t); "
     "CREATE TEXT SEARCH CONFIGURATION c (PARSER = p); "
     "ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH d; "
     "COMMENT ON TEXT SEARCH PARSER p IS 'p'; "
     "COMMENT ON TEXT SEARCH TEMPLATE t IS 't'; "
     "DROP TEXT SEARCH PARSER q; "
     "DROP TEXT SEARCH TEMPLATE IF EXISTS u, v"},
    {"text_search_renamed",
     "CREATE SCHEMA s; "
     "CREATE TEXT SEARCH TEMPLATE t (LEXIZE = dsimple_lexize, INIT = dsimple_init); "
     "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = t); "
     "CREATE TEXT SEARCH PARSER p (START = prsd_start, GETTOKEN = prsd_nexttoken, END "
     "= prsd_end, LEXTYPES = prsd_lextype); "
     "CREATE TEXT SEARCH CONFIGURATION c (PARSER = p); "
     "ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH d, simple; "
     "ALTER TEXT SEARCH TEMPLATE t RENAME TO t2; "
     "ALTER TEXT SEARCH DICTIONARY d RENAME TO d2; "
     "ALTER TEXT SEARCH PARSER p RENAME TO p2; "
     "ALTER TEXT SEARCH CONFIGURATION c RENAME TO c2; "
     "ALTER TEXT SEARCH TEMPLATE t2 SET SCHEMA s; "
     "ALTER TEXT SEARCH DICTIONARY d2 SET SCHEMA s; "
     "ALTER TEXT SEARCH PARSER p2 SET SCHEMA s; "
     "ALTER TEXT SEARCH CONFIGURATION c2 SET SCHEMA s; "
     "ALTER TEXT SEARCH DICTIONARY s.d2 OWNER TO CURRENT_USER; "
     "ALTER TEXT SEARCH CONFIGURATION s.c2 OWNER TO CURRENT_USER"},
    {"text_search_dropped",
     "CREATE TEXT SEARCH TEMPLATE t (LEXIZE = dsimple_lexize, INIT = dsimple_init); "
     "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = t); "
     "CREATE TEXT SEARCH CONFIGURATION c (COPY = simple); "
     "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH d; "
     "DROP TEXT SEARCH TEMPLATE t CASCADE; "
     "DROP TEXT SEARCH CONFIGURATION IF EXISTS c, k; "
     "DROP TEXT SEARCH DICTIONARY IF EXISTS d"},
    // Base types, shells, conversions.
    {"shell_type",
     "CREATE TYPE announced; "
     "COMMENT ON TYPE announced IS 'soon'; "
     "CREATE TYPE other; "
     "DROP TYPE other; "
     "CREATE FUNCTION tin(cstring) RETURNS soon LANGUAGE internal IMMUTABLE STRICT AS "
     "'textin'"},
    {"base_type",
     "CREATE TYPE txt; "
     "CREATE FUNCTION txt_in(cstring) RETURNS txt LANGUAGE internal IMMUTABLE STRICT "
     "AS 'textin'; "
     "CREATE FUNCTION txt_out(txt) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT "
     "AS 'textout'; "
     "CREATE TYPE txt (INPUT = txt_in, OUTPUT = txt_out, LIKE = text, CATEGORY = 'S', "
     "DEFAULT = 'none'); "
     "CREATE TABLE t (a txt, b txt[]); "
     "COMMENT ON TYPE txt IS 'x'; "
     "GRANT USAGE ON TYPE txt TO pg_monitor"},
    {"base_type_in_full",
     "CREATE TYPE num; "
     "COMMENT ON TYPE num IS 'n'; "
     "CREATE FUNCTION num_in(cstring) RETURNS num LANGUAGE internal IMMUTABLE STRICT "
     "AS 'int4in'; "
     "CREATE FUNCTION num_out(num) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT "
     "AS 'int4out'; "
     "CREATE FUNCTION num_recv(internal) RETURNS num LANGUAGE internal IMMUTABLE "
     "STRICT AS 'int4recv'; "
     "CREATE FUNCTION num_send(num) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT "
     "AS 'int4send'; "
     "CREATE TYPE num (INPUT = num_in, OUTPUT = num_out, RECEIVE = num_recv, SEND = "
     "num_send, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain, "
     "DELIMITER = ';', PREFERRED = false, COLLATABLE = false); "
     "ALTER TYPE num SET (SEND = NONE); "
     "ALTER TYPE num RENAME TO number; "
     "CREATE SCHEMA s; "
     "ALTER TYPE number SET SCHEMA s; "
     "ALTER TYPE s.number OWNER TO CURRENT_USER"},
    {"base_type_dropped",
     "CREATE TYPE txt; "
     "CREATE FUNCTION txt_in(cstring) RETURNS txt LANGUAGE internal IMMUTABLE STRICT "
     "AS 'textin'; "
     "CREATE FUNCTION txt_out(txt) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT "
     "AS 'textout'; "
     "CREATE TYPE txt (INPUT = txt_in, OUTPUT = txt_out); "
     "CREATE TABLE t (a int, b txt); "
     "DROP TYPE txt CASCADE"},
    {"conversion",
     "CREATE CONVERSION c FOR 'utf-8' TO 'latin1' FROM utf8_to_iso8859_1; "
     "CREATE SCHEMA s; "
     "CREATE DEFAULT CONVERSION s.d FOR 'UTF8' TO 'WIN1252' FROM utf8_to_win; "
     "COMMENT ON CONVERSION c IS 'x'; "
     "ALTER CONVERSION c RENAME TO k; "
     "ALTER CONVERSION k SET SCHEMA s; "
     "ALTER CONVERSION s.k OWNER TO CURRENT_USER; "
     "CREATE CONVERSION gone FOR 'UTF8' TO 'ISO88592' FROM utf8_to_iso8859; "
     "DROP CONVERSION gone; "
     "DROP CONVERSION IF EXISTS nope"},
    // Renames that reach into ids.
    {"type_in_signatures",
     "CREATE TYPE m AS ENUM ('a'); "
     "CREATE FUNCTION f(m, m[]) RETURNS m LANGUAGE sql AS 'SELECT $1'; "
     "COMMENT ON FUNCTION f(m, m[]) IS 'x'; "
     "GRANT EXECUTE ON FUNCTION f(m, m[]) TO pg_monitor; "
     "CREATE VIEW v AS SELECT f('a', '{}') AS a; "
     "ALTER TYPE m RENAME TO n; "
     "COMMENT ON FUNCTION f(n, n[]) IS 'y'; "
     "CREATE SCHEMA s; "
     "ALTER TYPE n SET SCHEMA s; "
     "ALTER SCHEMA s RENAME TO q; "
     "DROP FUNCTION f(q.n, q.n[]) CASCADE; "
     "CREATE FUNCTION g(q.n) RETURNS int LANGUAGE sql AS 'SELECT 1'"},
    {"overload_without_arguments",
     "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; "
     "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; "
     "ALTER FUNCTION f() RENAME TO g"},
    {"routine_named_like_a_table",
     "CREATE SCHEMA s; "
     "CREATE TABLE t (a int); "
     "CREATE INDEX ON t (a); "
     "CREATE FUNCTION t() RETURNS int LANGUAGE sql AS 'SELECT 1'; "
     "ALTER FUNCTION t() SET SCHEMA s; "
     "CREATE FUNCTION u() RETURNS int LANGUAGE sql AS 'SELECT 1'; "
     "ALTER FUNCTION u() RENAME TO t"},
});

class TypesAgreement : public testing::ThrowawayTest,
                       public ::testing::WithParamInterface<Script> {};

TEST_P(TypesAgreement, TextAndServerHoldTheSame) { expect_agreement(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Table, TypesAgreement, ::testing::ValuesIn(kTypess),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace pgplumb::acceptance
