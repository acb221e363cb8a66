// Another tool's history is in the database, and nobody has told pgplumb about it.
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class ForeignHistory : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    if (IsSkipped()) return;
    folder().write("migrations/00001_x.sql",
                   "-- +goose Up\ninsert into t values (1);\n-- +goose Down\ndelete from t;\n");
    connect().execute(
        "create table t (x int); insert into t values (1);"
        "create table goose_db_version (id serial primary key, version_id bigint not null,"
        " is_applied boolean not null, tstamp timestamp not null default now());"
        "insert into goose_db_version (version_id, is_applied) values (0, true), (1, true)");
  }
};

constexpr const char* kSaid =
    "another tool keeps a history in this database, and pgplumb has none: goose in "
    "public.goose_db_version; what it applied would run again: take it over with \"pgplumb "
    "import\", or leave it alone with --foreign ignore (history.foreign: ignore)\n";

TEST_F(ForeignHistory, IsNotRunAgain) {
  const std::string refused = std::string("3\n--- err\npgplumb: ") + kSaid;
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"up"}, {"up", "--dry-run"}, {"baseline"}}) {
    EXPECT_EQ(shown(run_on_database(command)), refused);
  }
  EXPECT_EQ(value("select count(*) from t"), "1");
  EXPECT_EQ(shown(run_on_database({"status"})),
            std::string("0\npending    00001_x\n0 of 1 applied\n--- err\nnote: ") + kSaid);
  const Outcome doctor = run_on_database({"doctor"});
  EXPECT_EQ(doctor.code, 1);
  EXPECT_NE(doctor.out.find(std::string("FAIL  history: ") + kSaid), std::string::npos)
      << doctor.out;
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date\n");
  // Also when all of it was reverted since.
  EXPECT_EQ(run_on_database({"down"}).code, 0);
  EXPECT_EQ(run_on_database({"up"}).code, 0);
}

// A plan must not drop it.
TEST_F(ForeignHistory, IsNoDifference) {
  folder().write("schema/a.sql", "create table t (x int);\n");
  EXPECT_EQ(shown(run_on_database({"diff", "live", "schema", "--sql"})), "0\n");
  const Outcome compared = run_on_database({"diff", "live", "schema"});
  EXPECT_EQ(compared.code, 0) << shown(compared);
  EXPECT_NE(compared.out.find("table public.goose_db_version, the history of goose"),
            std::string::npos)
      << shown(compared);
  // Where the schema has it as well, both are compared.
  folder().write("schema/b.sql", "create table goose_db_version (id int);\n");
  EXPECT_EQ(run_on_database({"diff", "live", "schema"}).code, 2);
}

// Its table has the name that pgplumb's own would have.
TEST_F(ForeignHistory, IsNoDifferenceUnderOurNameEither) {
  connect().execute(
      "drop table goose_db_version; create table schema_migrations (version varchar primary key);"
      "insert into schema_migrations values ('20260101000000')");
  folder().write("schema/a.sql", "create table t (x int);\n");
  EXPECT_EQ(shown(run_on_database({"diff", "live", "schema", "--sql"})), "0\n");
  folder().write("schema/a.sql",
                 "create table t (x int);\n"
                 "create table schema_migrations (version varchar primary key);\n");
  EXPECT_EQ(run_on_database({"diff", "live", "schema"}).code, 0);
}

TEST_F(ForeignHistory, MayBeLeftAlone) {
  EXPECT_EQ(run_on_database({"up", "--foreign", "ignore"}).code, 0);
  EXPECT_EQ(value("select count(*) from t"), "2");
}

TEST_F(ForeignHistory, MayBeLeftAloneByConfiguration) {
  folder().write("pgplumb.yaml", "history: {foreign: ignore}\n");
  EXPECT_EQ(run_on_database({"doctor"}).code, 0);
  EXPECT_EQ(shown(run_on_database({"status"})), "0\npending    00001_x\n0 of 1 applied\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
}

TEST_F(ForeignHistory, IsNothingWhereTheToolAppliedNothing) {
  connect().execute("delete from goose_db_version where version_id > 0");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
}

TEST_F(ForeignHistory, WhatWasRevertedHereIsNotImportedAgain) {
  folder().write("migrations/00002_y.sql", "-- +goose Up\nselect 1;\n-- +goose Down\nselect 1;\n");
  connect().execute("insert into goose_db_version (version_id, is_applied) values (2, true)");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(run_on_database({"down"}).code, 0);
  const Outcome again = run_on_database({"import"});
  EXPECT_EQ(again.code, 0);
  EXPECT_NE(again.out.find("1 migration applied, 1 with files, 0 without; 1 pending\n0 new in "),
            std::string::npos)
      << shown(again);
  EXPECT_NE(again.err.find("note: 00002 was reverted here at "), std::string::npos) << again.err;
  EXPECT_EQ(value("select string_agg(version, ' ') from schema_migrations"), "00001");
  // goose applies it once more.
  connect().execute(
      "insert into goose_db_version (version_id, is_applied, tstamp)"
      " values (2, true, now() at time zone current_setting('TimeZone') + interval '1 hour')");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(value("select string_agg(version, ' ' order by version) from schema_migrations"),
            "00001 00002");
}

TEST_F(ForeignHistory, WhatTheToolRevertedIsTakenOut) {
  folder().write("migrations/00002_y.sql", "-- +goose Up\nselect 1;\n");
  connect().execute("insert into goose_db_version (version_id, is_applied) values (2, true)");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  connect().execute("insert into goose_db_version (version_id, is_applied) values (2, false)");
  EXPECT_EQ(shown(run_on_database({"import"})),
            "0\ntook out 00002 y: it is not applied there any more\n"
            "goose in public.goose_db_version: 1 migration applied, 1 with files, 0 without; 1 "
            "pending\n0 new in public.schema_migrations; the table of goose is as it was\n");
  EXPECT_EQ(value("select string_agg(version, ' ') from schema_migrations"), "00001");
}

TEST_F(ForeignHistory, PendingIsWhatNeitherToolApplied) {
  folder().write("migrations/00002_y.sql", "-- +goose Up\nselect 1;\n");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  const Outcome again = run_on_database({"import"});
  EXPECT_NE(again.out.find("; 0 pending\n"), std::string::npos) << again.out;
}

}  // namespace
}  // namespace pgplumb::testing
