// up, down, rollback, status, version on a real server.
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class Migrate : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    if (IsSkipped()) return;
    migration("1_a", "create table a (x int);\n", "drop table a;\n");
    migration("2_b", "create table b (x int);\n", "drop table b;\n");
    migration("3_c", "create table c (x int);\n", "drop table c;\n");
  }

  // What --dry-run prints for a migration of one statement.
  static std::string applied_alone(const std::string& label, const std::string& statement) {
    return "-- would apply " + label + ", in one transaction\nbegin;\n" +
           "set local lock_timeout = '10s';\n" + statement + ";\ncommit;\n";
  }
};

TEST_F(Migrate, UpAndDown) {
  EXPECT_EQ(shown(run_on_database({"version"})), "0\nnone\n");
  EXPECT_EQ(shown(run_on_database({"up", "--dry-run"})),
            "0\n" + applied_alone("1_a", "create table a (x int)") + "\n" +
                applied_alone("2_b", "create table b (x int)") + "\n" +
                applied_alone("3_c", "create table c (x int)") +
                "--- err\n--dry-run: 3 migrations would run; nothing was changed\n");
  EXPECT_EQ(shown(run_on_database({"up", "1"})),
            "0\napplied 1_a (N ms)\n1 migration applied, at version 1; 2 pending\n");
  EXPECT_EQ(shown(run_on_database({"migrate:latest"})),
            "0\napplied 2_b (N ms)\napplied 3_c (N ms)\n2 migrations applied, at version 3\n");
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date\n");
  EXPECT_EQ(shown(run_on_database({"status", "--exit-code"})),
            "0\napplied    1_a  batch 1, TIME, by postgres (N ms)\n"
            "applied    2_b  batch 2, TIME, by postgres (N ms)\n"
            "applied    3_c  batch 2, TIME, by postgres (N ms)\n3 of 3 applied\n");
  EXPECT_EQ(shown(run_on_database({"rollback"})),
            "0\nreverted 3_c (N ms)\nreverted 2_b (N ms)\n2 migrations reverted, at version 1\n");
  EXPECT_EQ(shown(run_on_database({"down"})),
            "0\nreverted 1_a (N ms)\n1 migration reverted, at the base schema version\n");
  EXPECT_EQ(shown(run_on_database({"down"})), "0\nAlready at the base schema version\n");
}

TEST_F(Migrate, UpAndDownToAVersion) {
  EXPECT_EQ(run_on_database({"up", "--to", "2"}).code, 0);
  EXPECT_EQ(shown(run_on_database({"version"})), "0\n2\n");
  EXPECT_EQ(shown(run_on_database({"down", "--to", "1"})),
            "0\nreverted 2_b (N ms)\n1 migration reverted, at version 1\n");
  EXPECT_EQ(shown(run_on_database({"up", "--to", "9"})),
            "64\n--- err\nerror: there is no migration of version 9; versions go from 1 to 3 "
            "[configuration]\n");
  EXPECT_EQ(run_on_database({"down", "--to", "3"}).code, 64);
}

TEST_F(Migrate, StatusExitCode) {
  EXPECT_EQ(run_on_database({"status"}).code, 0);
  EXPECT_EQ(shown(run_on_database({"list", "--exit-code"})),
            "2\npending    1_a\npending    2_b\npending    3_c\n0 of 3 applied\n");
}

TEST_F(Migrate, ByteOrderMarkAndLineEnds) {
  migration("4_d",
            "\xEF\xBB\xBF"
            "create table d (x int);\r\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(value("select to_regclass('d') is not null"), "t");
}

TEST_F(Migrate, GoesOnWhereItStopped) {
  migration("4_d",
            "-- pgplumb: no-transaction\ninsert into a values (1);\ninsert into d values (1);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 1);
  EXPECT_EQ(run_on_database({"status"}).out.substr(0, 9), "applied  ");
  connect().execute("create table d (x int)");
  EXPECT_EQ(shown(run_on_database({"up", "--dry-run"})),
            "0\n-- would apply 4_d, without a transaction, from statement 2 on\n"
            "set lock_timeout = '10s';\n"
            "insert into d values (1);\n"
            "--- err\n--dry-run: 1 migration would run; nothing was changed\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(value("select count(*) from a"), "1");
}

// By number alone it would run the insert again and never make the table.
TEST_F(Migrate, GoesOnOnlyBehindWhatRan) {
  migration("4_d",
            "-- pgplumb: no-transaction\ninsert into a values (1);\ninsert into d values (1);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 1);
  migration("4_d",
            "-- pgplumb: no-transaction\ncreate table d (x int);\ninsert into a values (1);\n"
            "insert into d values (1);\n");
  const std::string refused =
      "3\n--- err\nmigrations/4_d.up.sql:1:1: error: migration 4_d stopped after 1 statement, "
      "which "
      "is not the file's first one any more; put them back and change only what comes after them, "
      "or go on by their number with --changed ignore (history.changed: ignore) "
      "[history_changed]\n  -- pgplumb: no-transaction\n  ^\n";
  EXPECT_EQ(shown(run_on_database({"up"})), refused);
  EXPECT_EQ(shown(run_on_database({"up", "--dry-run"})), refused);
  EXPECT_EQ(value("select to_regclass('d') is null and count(*) = 1 from a"), "t");
  migration("4_d",
            "-- pgplumb: no-transaction\n-- what ran:\ninsert into a values (1);\r\n"
            "create table d (x int);\ninsert into d values (1);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(value("select count(*) from a"), "1");
}

TEST_F(Migrate, ProtectedDatabasesNeedAYes) {
  folder().write("pgplumb.yaml",
                 "environments: {live: {url: \"${DATABASE_URL}\", protected: true}}\n");
  const Outcome refused = run_on_database({"up", "--env", "live"});
  EXPECT_EQ(refused.code, 3);
  EXPECT_NE(refused.err.find("(environment live) is protected: give --yes to apply 3 migrations"),
            std::string::npos)
      << refused.err;
  EXPECT_EQ(value("select to_regclass('public.schema_migrations') is null"), "t");
  EXPECT_EQ(run_on_database({"up", "--env", "live", "--yes"}).code, 0);
  EXPECT_EQ(run_on_database({"down", "--all", "--env", "live"}).code, 3);
  EXPECT_EQ(value("select count(*) from public.schema_migrations"), "3");
}

TEST_F(Migrate, DoctorFindsNothingWrong) {
  const Outcome outcome = run_on_database({"doctor"});
  EXPECT_EQ(outcome.code, 0) << outcome.out;
  EXPECT_NE(outcome.out.find("nothing is wrong"), std::string::npos) << outcome.out;
}

}  // namespace
}  // namespace pgplumb::testing
