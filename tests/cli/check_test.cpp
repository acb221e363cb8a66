// check: a whole history on a scratch server.
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class Check : public ProgramTest {
 protected:
  Outcome check(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"check"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }
};

TEST_F(Check, AGoodHistory) {
  migration("1_a", "create table a (x int);\n", "drop table a;\n");
  migration("2_b", "alter table a add y text;\n", "alter table a drop y;\n");
  migration("3_i", "create index concurrently a_x on a (x);\n", "drop index concurrently a_x;\n");
  folder().write("schema/a.sql", "create table a (x int, y text);\ncreate index a_x on a (x);\n");
  EXPECT_EQ(shown(check()),
            "0\nall ups: 3 of 3\n"
            "each alone: 3 downs lead back, 0 do not, 0 irreversible, 0 without a way down\n"
            "schema: what the migrations make\n"
            "all downs: 3 of 3, empty again\n"
            "all ups again: the same as before\n"
            "nothing is wrong\n");
}

TEST_F(Check, AWrongDownIsNamedWithTheDifference) {
  migration("1_a", "create table a (x int, y text);\n", "drop table a;\n");
  migration("2_b", "alter table a alter x type bigint;\nalter table a drop y;\n",
            "alter table a add y varchar(3);\n");
  migration("3_c", "create table c ();\n", "drop table d;\n");
  migration("4_d", "create index concurrently a_x on a (x);\n", "-- pgplumb: no-transaction\n");
  EXPECT_EQ(shown(check()),
            "2\nall ups: 4 of 4\n"
            "down of 2_b: does not lead back to what was there before its up\n"
            "  column public.a.x differs; type is bigint, wanted integer\n"
            "  column public.a.y differs; type is character varying(3), wanted text\n"
            "down of 3_c: fails\n"
            "  migrations/3_c.down.sql:1:1: the scratch server refuses this: table \"d\" does not "
            "exist (SQLSTATE 42P01)\n"
            "down of 4_d: does not lead back to what was there before its up\n"
            "  index public.a_x is there and should not be\n"
            "each alone: 1 downs lead back, 3 do not, 0 irreversible, 0 without a way down\n"
            "all downs: 1 of 4; migrations/3_c.down.sql:1:1: the scratch server refuses this: "
            "table \"d\" does not exist (SQLSTATE 42P01)\n"
            "something is wrong\n");
}

TEST_F(Check, LongTextsAreShownWhereTheyDiffer) {
  const auto function = [](const std::string& body) {
    return "create or replace function f() returns int language sql as $$\n" + body + "$$;\n";
  };
  migration("1_f", function("select 1\n  + 2\n"), "drop function f();\n");
  migration("2_f", function("select 1\n  + 3\n"), function("select 1\n + 2\n"));
  migration("3_f", function("select 4\n"), function("select 1\n  + 5\n"));
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out.find("all ups: 3 of 3\n"
                             "down of 2_f: leads back but for white space and comments in bodies "
                             "of routines\n"
                             "  routine public.f() differs; its body in white space and comments "
                             "alone\n"
                             "down of 3_f: does not lead back to what was there before its up\n"
                             "  routine public.f() differs; body differs from line 3 on, is   + 5, "
                             "wanted   + 3\n"),
            0U)
      << outcome.out;
}

TEST_F(Check, SmallDifferencesAreNamedAndCountOnDemand) {
  migration("1_a", "create table a (x int, y int, z int);\n", "drop table a;\n");
  migration("2_b", "alter table a drop x;\n", "alter table a add x int;\n");
  migration("3_v", "create view v as select y, z from a;\n", "drop view v;\n");
  migration("4_v", "drop view v;\n", "create view v as select z, y from a;\n");
  EXPECT_EQ(shown(check()),
            "0\nall ups: 4 of 4\n"
            "down of 2_b: leads back but for the order of columns\n"
            "  column public.a.x is in place 3, wanted 1\n"
            "down of 4_v: leads back but for the order of columns\n"
            "  view public.v has its columns in another order\n"
            "each alone: 2 downs lead back, 2 but for the order of columns, 0 do not, 0 "
            "irreversible, 0 without a way down\n"
            "all downs: 4 of 4, empty again\n"
            "all ups again: the same as before\n"
            "nothing is wrong\n");
  const Outcome exact = check({"--exact", "--format", "json"});
  EXPECT_EQ(exact.code, 2);
  EXPECT_NE(exact.out.find("\"migration\": \"2_b\",\n      \"verdict\": "
                           "\"restores_but_for_order\""),
            std::string::npos)
      << exact.out;
}

TEST_F(Check, AViewThatIsDistinctIsAnotherView) {
  migration("1_v", "create view v as select 1 as x;\n", "drop view v;\n");
  migration("2_v", "create or replace view v as select distinct 1 as x;\n", "select 1;\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out.find("all ups: 2 of 2\n"
                             "down of 2_v: does not lead back to what was there before its up\n"
                             "  view public.v differs; query "),
            0U)
      << outcome.out;
}

TEST_F(Check, AnotherSchemaThanTheMigrationsMake) {
  migration("1_a", "create table a (x int);\n");
  folder().write("schema/a.sql", "create table a (x int, y int);\n");
  EXPECT_EQ(shown(check()),
            "2\nall ups: 1 of 1\n"
            "each alone: 0 downs lead back, 0 do not, 0 irreversible, 1 without a way down\n"
            "schema: not what the migrations make\n"
            "  column public.a.y is missing\n"
            "all downs: 0 of 1; 1_a has no way down\n"
            "something is wrong\n");
  EXPECT_EQ(check({"--no-schema"}).code, 0);
}

TEST_F(Check, AWayDownThatIsNoSql) {
  migration("1_a", "create table a (x int);\n", "drop tabel a;\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(
      outcome.out.find("down of 1_a: fails\n  migrations/1_a.down.sql:1:6: syntax error at or "
                       "near \"tabel\"\n"),
      std::string::npos)
      << outcome.out;
}

TEST_F(Check, AWayUpThatFails) {
  migration("1_a", "create table a (x int);\ninsert into b values (1);\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(
      outcome.err,
      "migrations/1_a.up.sql:2:13: error: the way up of 1_a fails: the scratch server refuses "
      "this: relation \"b\" does not exist (SQLSTATE 42P01) [check_failed]\n"
      "  insert into b values (1);\n"
      "              ^\n");
}

TEST_F(Check, AnEmptySchemaFolderIsNothingToCompareWith) {
  migration("1_a", "create table a (x int);\n", "drop table a;\n");
  folder().write("schema/README.md", "");
  EXPECT_EQ(shown(check()),
            "0\nall ups: 1 of 1\n"
            "each alone: 1 downs lead back, 0 do not, 0 irreversible, 0 without a way down\n"
            "all downs: 1 of 1, empty again\nall ups again: the same as before\nnothing is wrong\n"
            "--- err\nnote: there is no *.sql file in schema, so nothing is compared with it\n");
}

TEST_F(Check, ASchemaThatIsNoSqlIsSaid) {
  migration("1_a", "create table a (id int);\n", "drop table a;\n");
  folder().write("schema/a.sql", "create table a (id int);\ncreate tabel b (id int);\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 1) << shown(outcome);
  EXPECT_EQ(outcome.err.find("schema/a.sql:2:8: error: "), 0U) << outcome.err;
  EXPECT_EQ(outcome.out.find("schema: "), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("all downs: 1 of 1, empty again\n"), std::string::npos) << outcome.out;
}

}  // namespace
}  // namespace pgplumb::testing
