// What the server makes of expressions, and of copies of them.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/acceptance/script_agreement.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::acceptance {
namespace {

constexpr auto kExpressionScripts = std::to_array<Script>({
    {"rows_of_columns_as_they_were",
     "CREATE TABLE t (a int, b text, d varchar(3)); CREATE TABLE u (x int); CREATE "
     "FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE "
     "TRIGGER x BEFORE UPDATE ON t FOR EACH ROW WHEN (ROW(old.*) IS DISTINCT FROM "
     "ROW(new.*)) EXECUTE FUNCTION f(); CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW "
     "WHEN (ROW(old.*, 1) <> ROW(new.*, 2)) EXECUTE FUNCTION f(); CREATE TRIGGER z BEFORE "
     "UPDATE ON t FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION f(); "
     "ALTER TABLE t ADD CHECK (ROW(t.*) IS NOT NULL), ADD CHECK (ROW(t.*) IS DISTINCT FROM "
     "ROW(1, 'a', 'b')); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t "
     "USING (EXISTS (SELECT * FROM u WHERE x = a)); CREATE POLICY q ON u USING (EXISTS "
     "(SELECT * FROM t NATURAL JOIN u x)); CREATE VIEW v AS SELECT row_to_json(ROW(t.*)) "
     "AS j, ROW(t.*) = ROW(t.*) AS e FROM t; ALTER TABLE t ADD e int; ALTER TABLE u ADD y "
     "int; ALTER TABLE t RENAME b TO bb"},
    {"rows_in_rows",
     "CREATE TABLE t (a int, b int, CHECK ((a, (b, 1)) IS DISTINCT FROM (b, (a, 2))), "
     "CHECK ((a, (b, 1)) <> (b, (a, 2)))); CREATE FUNCTION f() RETURNS trigger LANGUAGE "
     "plpgsql AS 'BEGIN RETURN new; END'; CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW "
     "WHEN (ROW(old.*, (old.a, 1)) IS DISTINCT FROM ROW(new.*, (new.a, 2))) EXECUTE "
     "FUNCTION f(); ALTER TABLE t ADD c int"},
    {"whole_row_tested_for_null",
     "CREATE TABLE t (a int, b int, CHECK (t IS NOT NULL), CHECK (t IS DISTINCT FROM "
     "NULL), CHECK ((a, b) IS NOT NULL), CHECK ((a, b) IS DISTINCT FROM NULL), CHECK (a IS "
     "DISTINCT FROM NULL))"},
    {"column_of_a_whole_row",
     "CREATE TYPE adr AS (street text, no int); CREATE TABLE p (name text, a adr, id int, "
     "CHECK ((p).id > 0), CHECK (((p).a).no > 0)); CREATE INDEX ON p (((p).id + 1)) WHERE "
     "(p).id > 3; ALTER TABLE p ENABLE ROW LEVEL SECURITY; CREATE POLICY o ON p USING "
     "((p).id > 3 AND (SELECT (p).name) = 'x'); CREATE FUNCTION f() RETURNS trigger "
     "LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TRIGGER w BEFORE UPDATE ON p FOR "
     "EACH ROW WHEN ((old).id <> (new).id AND (new).a.no > 1) EXECUTE FUNCTION f(); CREATE "
     "VIEW v AS SELECT (x).name, (x).a.street, ((x).a).no FROM p x; CREATE VIEW v2 AS WITH "
     "c AS (SELECT * FROM p) SELECT (c).name, (c).a.no FROM c; CREATE VIEW v3 AS SELECT "
     "(j).name FROM (p JOIN (SELECT 1 AS one) o ON true) j; ALTER TABLE p RENAME name TO "
     "called; ALTER TYPE adr RENAME ATTRIBUTE street TO road CASCADE"},
    {"order_of_an_aggregate",
     "CREATE DOMAIN d AS int; CREATE AGGREGATE mine(text) (SFUNC = textcat, STYPE = text); "
     "CREATE AGGREGATE many(VARIADIC text[]) (SFUNC = array_cat, STYPE = text[]); CREATE "
     "TABLE t (v varchar, n name, c char(3), d d); CREATE VIEW w AS SELECT string_agg(n, "
     "',' ORDER BY n) AS a, mine(c ORDER BY c) AS b, many(v, n ORDER BY v) AS c, "
     "many(VARIADIC ARRAY[v, 'a'] ORDER BY v) AS d, avg(d ORDER BY d, d DESC) AS e, "
     "string_agg(v COLLATE \"C\", ',' ORDER BY v) AS f, rank(1, 2) WITHIN GROUP (ORDER BY d, "
     "d) AS g FROM t"},
    {"check_of_children_made_later",
     "CREATE TABLE a (x int); ALTER TABLE a ADD CONSTRAINT pos CHECK (x > 0) NOT VALID; "
     "CREATE TABLE b () INHERITS (a); CREATE TABLE c (x int) INHERITS (a); CREATE TABLE d "
     "() INHERITS (b); CREATE TABLE e (LIKE a INCLUDING ALL); CREATE TABLE f (x int); "
     "ALTER TABLE f ADD CONSTRAINT pos CHECK (x > 0) NOT VALID; ALTER TABLE f INHERIT a; "
     "ALTER TABLE a ADD CONSTRAINT two CHECK (x > 1) NOT VALID; CREATE TABLE h (y int) "
     "INHERITS (a, b)"},
    {"check_of_partitions_made_later",
     "CREATE TABLE a (x int) PARTITION BY LIST (x); CREATE TABLE z PARTITION OF a FOR "
     "VALUES IN (9); ALTER TABLE a ADD CONSTRAINT pos CHECK (x > 0) NOT VALID; CREATE "
     "TABLE b PARTITION OF a FOR VALUES IN (1); CREATE TABLE c (x int, CONSTRAINT pos "
     "CHECK (x > 0)); ALTER TABLE a ATTACH PARTITION c FOR VALUES IN (2); CREATE TABLE s "
     "PARTITION OF a FOR VALUES IN (4, 5) PARTITION BY LIST (x); CREATE TABLE s4 PARTITION "
     "OF s FOR VALUES IN (4)"},
    {"rule_of_columns_as_they_were",
     "CREATE TABLE t (a int, b text); CREATE TABLE u (x int, j json); CREATE RULE r AS ON INSERT "
     "TO t DO ALSO INSERT INTO u VALUES (1, row_to_json(ROW(new.*))); CREATE RULE s AS ON UPDATE "
     "TO t DO ALSO UPDATE u SET x = 2 WHERE EXISTS (SELECT * FROM t WHERE t.a = x); CREATE RULE o "
     "AS ON DELETE TO t WHERE ROW(old.*) IS DISTINCT FROM ROW(1, 'a') DO ALSO DELETE FROM u; ALTER "
     "TABLE t ADD c int; ALTER TABLE t RENAME a TO z"},
    {"columns_of_a_join_with_a_name",
     "CREATE TABLE p (name text, id int, k int); CREATE VIEW v AS SELECT (j).name, j.id FROM (p "
     "JOIN (SELECT 1 AS one) o ON true) j; CREATE VIEW w AS SELECT (j).name FROM p j(x, name); "
     "CREATE VIEW x AS SELECT (s).b FROM p s(a, b); CREATE VIEW y AS SELECT j.name, (j).k FROM (p "
     "JOIN (SELECT 1 AS one) o ON true) j; ALTER TABLE p RENAME name TO called; ALTER TABLE p "
     "RENAME id TO name; ALTER TABLE p RENAME k TO b; ALTER TABLE p DROP COLUMN b CASCADE"},
});

class ExpressionAgreement : public testing::ThrowawayTest,
                            public ::testing::WithParamInterface<Script> {};

TEST_P(ExpressionAgreement, TextAndServerHoldTheSame) { expect_agreement(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Table, ExpressionAgreement, ::testing::ValuesIn(kExpressionScripts),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace pgplumb::acceptance
