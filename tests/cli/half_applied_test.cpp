// Migrations without a transaction that stopped on their way up: back from there.
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class HalfApplied : public ProgramTest {
 protected:
  // The column and nothing else: the index fails at the rows.
  void stop_half_way() {
    migration("1_d", "create table d (id int); insert into d values (1), (1);\n",
              "drop table d;\n");
    migration("2_e",
              "alter table d add column y int;\n"
              "create unique index concurrently d_u on d (id);\n"
              "create index concurrently d_y on d (y);\n",
              "drop index concurrently d_y;\ndrop index concurrently d_u;\n"
              "alter table d drop column y;\n");
    EXPECT_EQ(run_on_database({"up"}).code, 1);
  }
  std::string columns() {
    return value(
        "select string_agg(attname, ' ') from pg_attribute where attrelid = "
        "'d'::regclass and attnum > 0 and not attisdropped");
  }
};

TEST_F(HalfApplied, ItsWayDownUndoesTooMuch) {
  stop_half_way();
  EXPECT_EQ(shown(run_on_database({"down"})),
            "3\n--- err\nmigrations/2_e.up.sql:1:1: error: migration 2_e stopped on its way up "
            "after 1 of 3 statements, and its way down undoes all of them; let \"up\" finish it, "
            "or give --half-applied: then each statement of the way down runs by itself, and those "
            "are left out that undo what is not there [history_changed]\n"
            "  alter table d add column y int;\n  ^\n");
  EXPECT_EQ(columns(), "id y");
}

TEST_F(HalfApplied, WhatRanIsUndone) {
  stop_half_way();
  const Outcome down = run_on_database({"down", "--half-applied"});
  EXPECT_EQ(shown(down),
            "0\nreverted 2_e (N ms)\n1 migration reverted, at version 1\n--- err\n"
            "migrations/2_e.down.sql:1:1 is left out: what it undoes is not there (index \"d_y\" "
            "does not exist)\n");
  EXPECT_EQ(columns(), "id");
  EXPECT_EQ(value("select count(*) from pg_class where relname in ('d_u', 'd_y')"), "0");
  EXPECT_EQ(value("select string_agg(version, ' ') from schema_migrations"), "1");
  EXPECT_EQ(run_on_database({"verify"}).code, 0);
}

TEST_F(HalfApplied, AnErrorOfAnotherKindStopsIt) {
  stop_half_way();
  folder().write("migrations/2_e.down.sql",
                 "drop index concurrently d_y;\nselect 1 / 0;\nalter table d drop column y;\n"
                 "drop index concurrently d_u;\n");
  EXPECT_EQ(run_on_database({"down", "--half-applied"}).code, 1);
  EXPECT_EQ(columns(), "id y");
  EXPECT_EQ(value("select state || statements_applied from schema_migrations where version = '2'"),
            "reverting1");
  folder().write("migrations/2_e.down.sql",
                 "drop index concurrently d_y;\ndrop table nowhere;\nalter table d drop column "
                 "y;\ndrop index concurrently d_u;\n");
  EXPECT_EQ(run_on_database({"down"}).code, 1);
  EXPECT_EQ(run_on_database({"down", "--half-applied"}).code, 0);
  EXPECT_EQ(columns(), "id");
}

TEST_F(HalfApplied, WhereNothingRanNothingIsUndone) {
  migration("1_a", "create table a (x int);\n", "drop table a;\n");
  migration("2_b", "-- pgplumb: no-transaction\nselect 1 / 0;\nselect 2;\n", "drop table a;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 1);
  EXPECT_EQ(shown(run_on_database({"down"})),
            "0\ntook out 2_b: nothing of it had run\n1 migration reverted, at version 1\n");
  EXPECT_EQ(value("select to_regclass('a') is not null"), "t");
  EXPECT_EQ(value("select string_agg(version, ' ') from schema_migrations"), "1");
  EXPECT_EQ(value("select action from schema_migrations_log order by id desc limit 1"), "down");
}

// Nothing else could take it out of the history.
TEST_F(HalfApplied, AFileThatIsGoneAndNothingOfItRan) {
  migration("1_a", "create table a (x int); insert into a values (1), (1);\n", "drop table a;\n");
  migration("2_b", "create unique index concurrently a_x on a (x);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 1);
  std::filesystem::remove(folder().path() / "migrations/2_b.up.sql");
  const Outcome up = run_on_database({"up"});
  EXPECT_EQ(up.code, 3);
  EXPECT_NE(up.err.find("migration 2_b stopped after 0 of 1 statement and has no file any more; "
                        "restore it, or take it out of the history with \"pgplumb down 2_b\""),
            std::string::npos)
      << up.err;
  EXPECT_EQ(run_on_database({"down", "2_b", "--dry-run"}).code, 0);
  EXPECT_EQ(shown(run_on_database({"down", "2_b"})),
            "0\ntook out 2_b: nothing of it had run\n1 migration reverted, at version 1\n");
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date\n");
}

}  // namespace
}  // namespace pgplumb::testing
