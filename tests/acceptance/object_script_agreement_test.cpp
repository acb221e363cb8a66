// The kinds that stand beside tables: names that the server chooses, and what follows when a table,
// a column, a function or a type is renamed, retyped or dropped.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/acceptance/script_agreement.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::acceptance {
namespace {

constexpr auto kObjectScripts = std::to_array<Script>({
    // Statistics objects.
    {"statistics_names",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS ON a, b FROM t; CREATE STATISTICS ON b, a FROM t; CREATE STATISTICS ON (a + "
     "1), b, lower(b) FROM t; CREATE STATISTICS ON a, b FROM t; CREATE STATISTICS ON (a), c "
     "FROM t",
     16},
    {"statistics_of_long_names",
     "CREATE TABLE a123456789b123456789c123456789d123456789 (e123456789f123456789g123456789 "
     "int, h123456789i123456789j123456789k123456789 int); CREATE STATISTICS ON "
     "e123456789f123456789g123456789, h123456789i123456789j123456789k123456789 FROM "
     "a123456789b123456789c123456789d123456789",
     16},
    {"statistics_beside_a_table_of_their_name",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS t ON a, b FROM t; CREATE STATISTICS log ON a, c FROM t; ALTER STATISTICS log "
     "RENAME TO t2; ALTER TABLE t RENAME TO t3"},
    {"statistics_in_another_schema",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "SCHEMA s; CREATE STATISTICS s.x ON a, b FROM t; CREATE STATISTICS y ON a, b FROM t; "
     "ALTER STATISTICS y SET SCHEMA s; ALTER TABLE t SET SCHEMA s; CREATE STATISTICS z ON a, c "
     "FROM s.t"},
    {"statistics_twice",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS x ON a, b FROM t; CREATE STATISTICS IF NOT EXISTS x ON a, c FROM t; ALTER "
     "STATISTICS IF EXISTS none SET STATISTICS 3; ALTER STATISTICS x SET STATISTICS 3; DROP "
     "STATISTICS IF EXISTS none"},
    {"statistics_target_taken_back",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS x ON a, b FROM t; ALTER STATISTICS x SET STATISTICS 3; ALTER STATISTICS x SET "
     "STATISTICS -1"},
    {"statistics_of_a_dropped_column",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS x ON a, b FROM t; CREATE STATISTICS y ON (lower(b)), a FROM t; CREATE "
     "STATISTICS z ON a, c FROM t; ALTER TABLE t DROP b"},
    {"statistics_of_a_renamed_column",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS x ON a, b FROM t; CREATE STATISTICS y ON (lower(b)), a FROM t; ALTER TABLE t "
     "RENAME b TO d; ALTER TABLE t RENAME TO u"},
    {"statistics_of_a_changed_type",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS x ON a, (c * 2), (b || 'x') FROM t; COMMENT ON STATISTICS x IS 'x'; ALTER "
     "STATISTICS x SET STATISTICS 7; ALTER TABLE t ALTER c TYPE int, ALTER b TYPE varchar(9)"},
    {"statistics_of_a_dropped_function",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "FUNCTION twice(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 2 * $1'; CREATE "
     "STATISTICS x ON a, (twice(a)) FROM t; DROP FUNCTION twice(int) CASCADE"},
    {"statistics_of_a_dropped_table",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS x ON a, b FROM t; DROP TABLE t"},
    {"statistics_copied",
     "CREATE TABLE t (a int, b text, c numeric); CREATE STATISTICS x (mcv) ON a, (lower(b)) "
     "FROM t; COMMENT ON STATISTICS x IS 'odd'; ALTER STATISTICS x SET STATISTICS 9; CREATE "
     "SCHEMA s; CREATE TABLE s.u (LIKE t INCLUDING STATISTICS INCLUDING COMMENTS); CREATE "
     "TABLE w (LIKE t INCLUDING ALL)"},
    {"statistics_of_a_materialized_view",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "MATERIALIZED VIEW m AS SELECT a, b FROM t; CREATE STATISTICS x ON a, b FROM m"},
    {"statistics_of_a_partitioned_table",
     "CREATE TABLE t (a int, b text) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t FOR "
     "VALUES IN (1); CREATE STATISTICS ON a, b FROM t; CREATE STATISTICS ON a, b FROM t1",
     16},
    {"statistics_of_collated_expressions",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "STATISTICS x ON (b COLLATE \"C\"), a, (CASE WHEN a > 1 THEN b ELSE 'none' END) FROM t"},
    // Rules.
    {"rules",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON INSERT TO t DO NOTHING; CREATE RULE r2 AS ON DELETE TO t DO INSTEAD (UPDATE t "
     "SET a = 0 WHERE t.a = old.a; SELECT 'a;b', '\"x' AS \"y \"\"z\"); CREATE RULE r3 AS ON "
     "UPDATE TO t WHERE new.a > old.a DO ALSO INSERT INTO log SELECT new.a, b FROM t WHERE a = "
     "new.a"},
    {"rule_of_bare_columns",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON INSERT TO t WHERE a > 3 DO INSTEAD NOTHING; CREATE RULE s AS ON DELETE TO t "
     "WHERE b = 'x' DO ALSO DELETE FROM log; CREATE RULE u AS ON DELETE TO t DO ALSO NOTIFY gone, "
     "'x'"},
    {"rule_replaced",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (1); COMMENT ON RULE r ON t IS "
     "'first'; ALTER TABLE t DISABLE RULE r; CREATE OR REPLACE RULE r AS ON UPDATE TO t DO "
     "INSTEAD NOTHING"},
    {"rule_states",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON INSERT TO t DO NOTHING; CREATE RULE s AS ON INSERT TO t DO NOTHING; CREATE RULE "
     "u AS ON INSERT TO t DO NOTHING; ALTER TABLE t ENABLE REPLICA RULE r, ENABLE ALWAYS RULE "
     "s, DISABLE RULE u; ALTER TABLE t ENABLE RULE u"},
    {"rule_renamed",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON UPDATE TO t WHERE old.a <> new.a DO ALSO INSERT INTO log (x, y) VALUES (new.a, "
     "old.b); ALTER RULE r ON t RENAME TO s; ALTER TABLE t RENAME a TO z; ALTER TABLE log "
     "RENAME x TO w; ALTER TABLE log RENAME TO journal; ALTER TABLE t RENAME TO u"},
    {"rule_moved",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "SCHEMA s; CREATE RULE r AS ON UPDATE TO t DO ALSO INSERT INTO log (x) VALUES (new.a); "
     "ALTER TABLE log SET SCHEMA s; ALTER SCHEMA s RENAME TO s2; ALTER TABLE t SET SCHEMA s2"},
    {"rule_cascades",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON UPDATE TO t DO ALSO INSERT INTO log (x) VALUES (new.a); CREATE RULE s AS ON "
     "DELETE TO t DO ALSO DELETE FROM log; CREATE RULE u AS ON INSERT TO t DO ALSO NOTIFY x; "
     "ALTER TABLE log DROP x CASCADE"},
    {"rule_on_a_dropped_table",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON UPDATE TO t DO ALSO INSERT INTO log (x) VALUES (new.a); CREATE RULE s AS ON "
     "UPDATE TO log DO INSTEAD NOTHING; DROP TABLE log CASCADE"},
    {"rules_of_a_view",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE VIEW "
     "v AS SELECT a, b FROM t; CREATE RULE i AS ON INSERT TO v DO INSTEAD INSERT INTO t (a, b) "
     "VALUES (new.a, new.b) RETURNING a, b; CREATE RULE u AS ON UPDATE TO v DO INSTEAD UPDATE "
     "t SET b = new.b WHERE a = old.a; CREATE RULE d AS ON DELETE TO v DO INSTEAD DELETE FROM "
     "t WHERE a = old.a; CREATE OR REPLACE VIEW v AS SELECT a, b FROM t WHERE a > 0; ALTER VIEW v "
     "RENAME TO w"},
    {"rule_with_a_query_in_its_condition",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON INSERT TO t WHERE EXISTS (SELECT FROM log WHERE x = new.a) DO INSTEAD UPDATE log "
     "SET y = new.b WHERE x = new.a; DROP RULE IF EXISTS none ON t"},
    {"rule_of_common_tables",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE RULE "
     "r AS ON DELETE TO t DO ALSO WITH log AS (SELECT 1 AS one) INSERT INTO public.log (x) "
     "SELECT one FROM log; CREATE RULE s AS ON INSERT TO t DO ALSO INSERT INTO log VALUES "
     "(new.a, 'it''s') ON CONFLICT DO NOTHING"},
    // Event triggers.
    {"event_triggers",
     "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT "
     "TRIGGER e ON ddl_command_end WHEN tag IN ('drop table', 'CREATE TABLE') EXECUTE FUNCTION "
     "f(); CREATE EVENT TRIGGER e2 ON sql_drop EXECUTE PROCEDURE f(); CREATE EVENT TRIGGER e3 "
     "ON table_rewrite EXECUTE FUNCTION public.f(); ALTER EVENT TRIGGER e ENABLE ALWAYS; ALTER "
     "EVENT TRIGGER e2 DISABLE; ALTER EVENT TRIGGER e3 RENAME TO e4; COMMENT ON EVENT TRIGGER "
     "e4 IS 'four'"},
    {"event_trigger_of_a_renamed_function",
     "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT "
     "TRIGGER e ON sql_drop EXECUTE FUNCTION f(); ALTER FUNCTION f() RENAME TO g; CREATE "
     "SCHEMA s; ALTER FUNCTION g() SET SCHEMA s"},
    {"event_trigger_of_a_dropped_function",
     "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT "
     "TRIGGER e ON sql_drop EXECUTE FUNCTION f(); DROP FUNCTION f() CASCADE"},
    {"event_trigger_dropped",
     "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT "
     "TRIGGER e ON sql_drop EXECUTE FUNCTION f(); COMMENT ON EVENT TRIGGER e IS 'x'; DROP "
     "EVENT TRIGGER e; DROP EVENT TRIGGER IF EXISTS e"},
    // Publications.
    {"publications",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "PUBLICATION p; CREATE PUBLICATION q FOR ALL TABLES WITH (publish = 'insert, truncate'); "
     "CREATE PUBLICATION r FOR TABLE t (b, a), log WHERE (x > 3) WITH "
     "(publish_via_partition_root = true, publish = ''); ALTER PUBLICATION r SET (publish = "
     "'Delete , update'); COMMENT ON PUBLICATION p IS 'p'",
     15},
    {"publication_of_schemas",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "SCHEMA s; CREATE PUBLICATION p FOR TABLES IN SCHEMA s, CURRENT_SCHEMA; ALTER PUBLICATION "
     "p DROP TABLES IN SCHEMA public; ALTER SCHEMA s RENAME TO z; CREATE PUBLICATION q FOR "
     "TABLE t, TABLES IN SCHEMA z",
     15},
    {"publication_changed",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "PUBLICATION p FOR TABLE t; ALTER PUBLICATION p ADD TABLE log (x); ALTER PUBLICATION p "
     "DROP TABLE t; ALTER PUBLICATION p SET TABLE t WHERE (c > 1), log; ALTER PUBLICATION p "
     "RENAME TO q; CREATE SCHEMA s; ALTER PUBLICATION q SET TABLES IN SCHEMA s, TABLE t",
     15},
    {"publication_of_heirs",
     "CREATE TABLE p (a int, b int); CREATE TABLE c () INHERITS (p); CREATE TABLE d () "
     "INHERITS (c); CREATE PUBLICATION x FOR TABLE p; CREATE PUBLICATION y FOR TABLE ONLY p, "
     "d; CREATE TABLE e () INHERITS (p); CREATE PUBLICATION z FOR TABLE p (a) WHERE (a > 1); "
     "ALTER PUBLICATION z DROP TABLE c",
     15},
    {"publication_of_partitions",
     "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES "
     "IN (1); CREATE PUBLICATION x FOR TABLE p; CREATE PUBLICATION y FOR TABLE p1"},
    {"publication_of_renamed_things",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "PUBLICATION p FOR TABLE t (a, c) WHERE (a > 1 AND b IS NULL); ALTER TABLE t RENAME a TO "
     "z; ALTER TABLE t RENAME TO u; CREATE SCHEMA s; ALTER TABLE u SET SCHEMA s",
     15},
    {"publication_of_dropped_things",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "PUBLICATION p FOR TABLE t (a, c), log WHERE (x > 1); CREATE PUBLICATION q FOR TABLE t; "
     "ALTER TABLE t DROP c CASCADE; ALTER TABLE log DROP x CASCADE",
     15},
    {"publication_without_its_table",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "SCHEMA s; CREATE TABLE s.u (a int); CREATE PUBLICATION p FOR TABLE t, s.u; CREATE "
     "PUBLICATION q FOR TABLES IN SCHEMA s; DROP TABLE t; DROP SCHEMA s CASCADE; DROP "
     "PUBLICATION IF EXISTS none",
     15},
    {"publication_dropped",
     "CREATE TABLE t (a int, b text, c numeric); CREATE TABLE log (x int, y text); CREATE "
     "PUBLICATION p FOR TABLE t, log; CREATE PUBLICATION q FOR TABLE t; DROP PUBLICATION p"},
    {"publication_guards",
     "CREATE TABLE t (a int, b text); CREATE TABLE u (a int); CREATE PUBLICATION p FOR TABLE t; DO "
     "$$ BEGIN IF NOT EXISTS (SELECT FROM pg_publication WHERE pubname = 'q') THEN CREATE "
     "PUBLICATION q; END IF; IF NOT EXISTS (SELECT 1 FROM pg_publication_tables WHERE pubname = "
     "'p' "
     "AND schemaname = 'public' AND tablename = 't') THEN ALTER PUBLICATION p ADD TABLE t; END IF; "
     "IF NOT EXISTS (SELECT 1 FROM pg_publication_tables WHERE pubname = 'p' AND tablename = 'u') "
     "THEN ALTER PUBLICATION p ADD TABLE u; END IF; END $$"},
    // Subscriptions.
    {"subscriptions",
     "CREATE SUBSCRIPTION a CONNECTION 'host=none.invalid password=secret' PUBLICATION p, o "
     "WITH (connect = false); CREATE SUBSCRIPTION b CONNECTION "
     "'postgresql://u:pw@none.invalid/db?sslpassword=x' PUBLICATION p WITH (connect = false, "
     "slot_name = NONE, binary = on, streaming, synchronous_commit = remote_apply, two_phase, "
     "disable_on_error = true); COMMENT ON SUBSCRIPTION a IS 'a'",
     15},
    {"subscription_changed",
     "CREATE SUBSCRIPTION a CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, "
     "slot_name = 'odd'); ALTER SUBSCRIPTION a CONNECTION 'dbname=y'; ALTER SUBSCRIPTION a ADD "
     "PUBLICATION r, q WITH (refresh = false); ALTER SUBSCRIPTION a DROP PUBLICATION p WITH "
     "(refresh = false); ALTER SUBSCRIPTION a SET (binary = true, slot_name = 's'); ALTER "
     "SUBSCRIPTION a ENABLE; ALTER SUBSCRIPTION a RENAME TO b; ALTER SUBSCRIPTION b SET "
     "PUBLICATION z WITH (refresh = false)"},
    {"subscription_dropped",
     "CREATE SUBSCRIPTION a CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false); DROP "
     "SUBSCRIPTION a; DROP SUBSCRIPTION IF EXISTS a"},
    // Languages, transforms, access methods.
    {"languages",
     "CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', "
     "'plpgsql_call_handler'; CREATE LANGUAGE l HANDLER h; CREATE OR REPLACE TRUSTED "
     "PROCEDURAL LANGUAGE m HANDLER public.h INLINE plpgsql_inline_handler VALIDATOR "
     "pg_catalog.plpgsql_validator; ALTER LANGUAGE l RENAME TO l2; CREATE FUNCTION g() RETURNS "
     "int LANGUAGE l2 AS 'BEGIN RETURN 1; END'; COMMENT ON LANGUAGE l2 IS 'l'; REVOKE USAGE ON "
     "LANGUAGE m FROM PUBLIC"},
    {"language_of_functions",
     "CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', "
     "'plpgsql_call_handler'; CREATE LANGUAGE l HANDLER h; CREATE FUNCTION g() RETURNS int "
     "LANGUAGE l AS 'BEGIN RETURN 1; END'; ALTER LANGUAGE l RENAME TO k; CREATE FUNCTION i() "
     "RETURNS int LANGUAGE k AS 'BEGIN RETURN 1; END'; CREATE LANGUAGE n HANDLER h; CREATE "
     "FUNCTION o() RETURNS int LANGUAGE n AS 'BEGIN RETURN 1; END'; DROP LANGUAGE n CASCADE"},
    {"language_without_its_handler",
     "CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', "
     "'plpgsql_call_handler'; CREATE LANGUAGE l HANDLER h; CREATE FUNCTION g() RETURNS int "
     "LANGUAGE l AS 'x'; DROP FUNCTION h() CASCADE"},
    {"transforms",
     "CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', "
     "'plpgsql_call_handler'; CREATE LANGUAGE l HANDLER h; CREATE TRANSFORM FOR int LANGUAGE l "
     "(TO SQL WITH FUNCTION int4recv(internal)); CREATE OR REPLACE TRANSFORM FOR int LANGUAGE "
     "l (FROM SQL WITH FUNCTION textlike_support(internal)); CREATE TYPE k AS (a int); CREATE "
     "TRANSFORM FOR k LANGUAGE l (FROM SQL WITH FUNCTION textlike_support(internal)); COMMENT "
     "ON TRANSFORM FOR k LANGUAGE l IS 'k'; CREATE FUNCTION g(k, int) RETURNS int LANGUAGE l "
     "TRANSFORM FOR TYPE int, FOR TYPE k AS 'x'; ALTER TYPE k RENAME TO k2; ALTER LANGUAGE l "
     "RENAME TO l2"},
    {"transform_dropped",
     "CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', "
     "'plpgsql_call_handler'; CREATE LANGUAGE l HANDLER h; CREATE TYPE k AS (a int); CREATE "
     "TRANSFORM FOR k LANGUAGE l (FROM SQL WITH FUNCTION textlike_support(internal)); CREATE "
     "TRANSFORM FOR int LANGUAGE l (TO SQL WITH FUNCTION int4recv(internal)); DROP TYPE k "
     "CASCADE; DROP TRANSFORM FOR int LANGUAGE l; DROP TRANSFORM IF EXISTS FOR text LANGUAGE l"},
    {"renamed_column_of_a_view",
     "CREATE VIEW v AS SELECT 1 AS a; CREATE VIEW bare AS SELECT a FROM v; CREATE VIEW b AS SELECT "
     "x.c FROM v AS x (c); CREATE VIEW d AS SELECT x.c, a FROM v AS x (c), (SELECT 2 AS a) q; "
     "CREATE MATERIALIZED VIEW m AS SELECT a FROM v AS x; ALTER VIEW v RENAME a TO z; CREATE VIEW "
     "e AS SELECT x.a FROM m AS x; ALTER MATERIALIZED VIEW m RENAME a TO y"},
    {"sql_bodies_over_a_renamed_column_of_a_view",
     "CREATE VIEW v AS SELECT 1 AS a; CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT x.c FROM "
     "v AS x (c); SELECT a FROM v; END; ALTER VIEW v RENAME a TO z"},
    {"sql_bodies_with_columns_without_a_name",
     "CREATE TABLE t (a int, b text); CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a, -5 "
     "FROM t; SELECT -5 FROM t; END; CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT date "
     "'2020-01-01' AS date, 1.5, -1 AS int4; SELECT a FROM t UNION ALL SELECT -5; END; CREATE "
     "PROCEDURE p() BEGIN ATOMIC UPDATE t SET a = 1 RETURNING -1, a; SELECT (SELECT -1); END"},
    {"routine_of_a_renamed_type",
     "CREATE TYPE k AS ENUM ('a'); CREATE FUNCTION f(k, k[]) RETURNS k LANGUAGE sql AS 'SELECT "
     "$1'; "
     "COMMENT ON FUNCTION f(k, k[]) IS 'f'; REVOKE EXECUTE ON FUNCTION f(k, k[]) FROM PUBLIC; "
     "ALTER "
     "TYPE k RENAME TO k2; CREATE SCHEMA s; ALTER TYPE k2 SET SCHEMA s; ALTER SCHEMA s RENAME TO "
     "s2; COMMENT ON FUNCTION f(s2.k2, s2.k2[]) IS 'g'"},
    {"routine_moved_beside_a_table_of_its_name",
     "CREATE TABLE f (a serial PRIMARY KEY); CREATE INDEX i ON f (a); CREATE FUNCTION f() RETURNS "
     "int LANGUAGE sql AS 'SELECT 1'; CREATE SCHEMA s; ALTER FUNCTION f() SET SCHEMA s"},
    {"access_methods",
     "CREATE ACCESS METHOD h2 TYPE TABLE HANDLER heap_tableam_handler; CREATE ACCESS METHOD b2 "
     "TYPE INDEX HANDLER bthandler; CREATE TABLE t (a int) USING h2; COMMENT ON ACCESS METHOD "
     "h2 IS 'h'; CREATE ACCESS METHOD g2 TYPE INDEX HANDLER gisthandler; DROP ACCESS METHOD "
     "g2; DROP ACCESS METHOD IF EXISTS g2"},
    {"access_method_of_a_table",
     "CREATE ACCESS METHOD h2 TYPE TABLE HANDLER heap_tableam_handler; CREATE TABLE t (a int) "
     "USING h2; DROP ACCESS METHOD h2 CASCADE"},
});

class ObjectScriptAgreement : public testing::ThrowawayTest,
                              public ::testing::WithParamInterface<Script> {};

TEST_P(ObjectScriptAgreement, TextAndServerHoldTheSame) { expect_agreement(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Table, ObjectScriptAgreement, ::testing::ValuesIn(kObjectScripts),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace pgplumb::acceptance
