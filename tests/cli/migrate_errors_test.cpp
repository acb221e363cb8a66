// Errors that a user will make: a clear message, the right exit code, and nothing changed.
#include "pg/advisory_lock.hpp"
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class MigrateErrors : public ProgramTest {
 protected:
  // Nothing was made in the database, no history either.
  void expect_untouched() {
    EXPECT_EQ(value("select count(*) from pg_class where relnamespace = 'public'::regnamespace"),
              "0");
  }
};

TEST_F(MigrateErrors, TheDatabaseIsMissing) {
  folder().write("migrations/1_a.up.sql");
  const Outcome outcome =
      run({"up"}, {{"DATABASE_URL", url().with_database("no_such_database").conninfo()}});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("(SQLSTATE 3D000)"), std::string::npos) << outcome.err;
}

TEST_F(MigrateErrors, TheFolderIsMissing) {
  EXPECT_EQ(
      shown(run_on_database({"up"})),
      "1\n--- err\nerror: there is no folder migrations for migrations; make it with \"pgplumb "
      "init\" or name another one [folder_missing]\n");
  migration("1_a", "create table a (x int);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  for (const char* command : {"up", "verify"}) {
    const Outcome outcome = run_on_database({command, "--migrations", "elsewhere"});
    EXPECT_EQ(outcome.code, 1) << command;
    EXPECT_NE(outcome.err.find("there is no folder elsewhere"), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.err.find("has no file any more"), std::string::npos) << outcome.err;
  }
}

TEST_F(MigrateErrors, TheFolderIsEmpty) {
  folder().write("migrations/README.md");
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date: there are no migrations\n");
  expect_untouched();
}

TEST_F(MigrateErrors, ASyntaxErrorInOneOfMany) {
  for (int i = 1; i <= 120; ++i) {
    migration(std::to_string(i) + "_m",
              i == 37 ? "create table t ();\n\ncreate tabel u ();\n" : "select 1;\n");
  }
  EXPECT_EQ(shown(run_on_database({"up"})),
            "1\n--- err\n"
            "migrations/37_m.up.sql:3:8: error: syntax error at or near \"tabel\" [syntax_error]\n"
            "  create tabel u ();\n"
            "         ^\n"
            "note: the syntax known here is that of PostgreSQL 17\n");
  EXPECT_EQ(run_on_database({"up", "5"}).code, 1);
  expect_untouched();
}

TEST_F(MigrateErrors, AFileThatIsNotUtf8) {
  migration("1_a", "select 'caf\xE9';\n");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("[not_utf8]"), std::string::npos) << outcome.err;
  expect_untouched();
}

TEST_F(MigrateErrors, AMigrationThatFailsHalfWay) {
  migration("1_a", "create table a (x int);\n");
  migration("2_b", "create table b (x int);\ninsert into a values ('one');\n");
  migration("3_c", "create table c (x int);\n");
  EXPECT_EQ(
      shown(run_on_database({"up"})),
      "1\napplied 1_a (N ms)\n"
      "--- err\n"
      "migrations/2_b.up.sql:2:23: error: migration 2_b failed: invalid input syntax for type "
      "integer: \"one\" (SQLSTATE 22P02) [migration_failed]\n"
      "  insert into a values ('one');\n"
      "                        ^\n"
      "note: it was rolled back: nothing of it stays\n"
      "pgplumb: 1 migration applied, 2 not; at version 1\n");
  EXPECT_EQ(value("select to_regclass('b') is null and to_regclass('c') is null"), "t");
}

TEST_F(MigrateErrors, TwoRunnersAtOnce) {
  migration("1_a", "create table a (x int);\n");
  pg::Session other = connect();
  const auto lock =
      pg::AdvisoryLock::acquire(other, pg::advisory_key("public.schema_migrations"), {});
  ASSERT_TRUE(lock);
  const Outcome outcome = run_on_database({"up", "--lock-wait", "0"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("another run of pgplumb is at work in this database: pid " +
                             std::to_string(other.backend_pid())),
            std::string::npos)
      << outcome.err;
  expect_untouched();
}

TEST_F(MigrateErrors, ADownFileIsMissing) {
  migration("1_a", "create table a (x int);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  const Outcome outcome = run_on_database({"down"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("migration 1_a has no down file, so it can't be reverted "
                             "[down_missing]"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(value("select to_regclass('a') is not null"), "t");
}

TEST_F(MigrateErrors, AVersionIsTakenTwice) {
  migration("1_a", "create table a (x int);\n");
  migration("1_b", "create table b (x int);\n");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("[duplicate_version]"), std::string::npos) << outcome.err;
  expect_untouched();
}

TEST_F(MigrateErrors, AnotherToolsHistoryIsLeftAlone) {
  migration("1_a", "create table a (x int);\n");
  connect().execute("create table public.schema_migrations (version bigint, dirty boolean)");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("was made by golang-migrate"), std::string::npos) << outcome.err;
}

TEST_F(MigrateErrors, AppliedFilesThatChanged) {
  migration("1_a", "create table a (x int);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  migration("1_a", "create table a (x bigint);\n");
  migration("2_b", "create table b (x int);\n");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("migration 1_a was changed after it was applied"), std::string::npos)
      << outcome.err;
  EXPECT_EQ(run_on_database({"up", "--changed", "ignore"}).code, 0);
}

TEST_F(MigrateErrors, LateAndMissingFiles) {
  migration("2_b", "create table b (x int);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  migration("1_a", "create table a (x int);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 3);
  EXPECT_EQ(run_on_database({"up", "--late", "run"}).code, 0);
  std::filesystem::remove(folder().path() / "migrations/1_a.up.sql");
  EXPECT_EQ(run_on_database({"up"}).code, 3);
  EXPECT_EQ(run_on_database({"up", "--missing", "ignore"}).code, 0);
  const Outcome down = run_on_database({"down", "--all"});
  EXPECT_EQ(down.code, 3);
  EXPECT_NE(down.err.find("migration 1 has no file any more, so it can't be reverted"),
            std::string::npos)
      << down.err;
}

// One line says it; and what is shown is the file's own text.
TEST_F(MigrateErrors, AMarkerAndPsqlsCommand) {
  folder().write("migrations/1_a.sql",
                 "-- migrate:up transaction:false\n\\i other.sql\n-- migrate:down\nselect 1;\n");
  EXPECT_EQ(
      shown(run_on_database({"up"})),
      "1\n--- err\nmigrations/1_a.sql:2:1: error: only psql can do this; write the statements "
      "themselves into the file [needs_psql]\n  \\i other.sql\n  ^\n");
  folder().write("migrations/1_a.sql",
                 "-- migrate:up transaction:false\nselect 1;\n-- migrate:down\nselect 1;\n");
  connect().execute("create sequence schema_migrations");
  const Outcome sequence = run_on_database({"up"});
  EXPECT_EQ(sequence.code, 3);
  EXPECT_NE(sequence.err.find("public.schema_migrations is there and is no table"),
            std::string::npos)
      << sequence.err;
  connect().execute("drop sequence schema_migrations; create table schema_migrations_log (x int)");
  const Outcome log = run_on_database({"up"});
  EXPECT_EQ(log.code, 3);
  EXPECT_NE(log.err.find("schema_migrations_log is not pgplumb's log"), std::string::npos)
      << log.err;
  connect().execute("drop table schema_migrations_log");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  // What is changed after it was applied is said at the first line, which is a marker.
  folder().write("migrations/1_a.sql",
                 "-- migrate:up transaction:false\nselect 2;\n-- migrate:down\nselect 1;\n");
  const Outcome changed = run_on_database({"up"});
  EXPECT_NE(changed.err.find("  -- migrate:up transaction:false\n  ^\n"), std::string::npos)
      << changed.err;
}

TEST_F(MigrateErrors, VersionsWithADot) {
  migration("2_a", "create table a (x int);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  migration("2.5_x", "create table x (x int);\n");
  EXPECT_EQ(shown(run_on_database({"up"})),
            "0\napplied 2.5_x (N ms)\n1 migration applied, at version 2.5\n");
}

TEST_F(MigrateErrors, WhatOnlyPsqlCanRun) {
  migration("1_a", "create table a (x int);\n");
  migration("2_b", "\\restrict x\ncopy a from stdin;\n1\n\\.\n");
  EXPECT_EQ(shown(run_on_database({"up"})),
            "1\n--- err\n"
            "migrations/2_b.up.sql:1:1: note: psql's command \\restrict is read over "
            "[psql_command]\n"
            "  \\restrict x\n"
            "  ^\n"
            "migrations/2_b.up.sql:2:1: note: 1 lines of COPY data are read over [copy_data]\n"
            "  copy a from stdin;\n"
            "  ^\n"
            "migrations/2_b.up.sql:2:1: error: only psql can send the data of COPY … FROM stdin; "
            "use INSERT, or load the data with psql [needs_psql]\n"
            "  copy a from stdin;\n"
            "  ^\n");
  expect_untouched();
}

TEST_F(MigrateErrors, NotesAreSaidOnce) {
  migration("1_a", "\\restrict x\ncreate table a (x int);\n");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err.find("[psql_command]"), outcome.err.rfind("[psql_command]"));
}

TEST_F(MigrateErrors, ARoleThatMayNotMakeTheHistory) {
  migration("1_a", "create table a (x int);\n");
  connect().execute(
      "do $$ begin create role helpless login; exception when duplicate_object then null; end $$; "
      "revoke create on schema public from public");
  const Outcome outcome =
      run({"up"}, {{"DATABASE_URL", url().with("user", "helpless").conninfo()}});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("the history table public.schema_migrations can't be made: permission "
                             "denied for schema public (SQLSTATE 42501); grant helpless the right"),
            std::string::npos)
      << outcome.err;
  expect_untouched();
}

TEST_F(MigrateErrors, DoctorSaysAllThatARoleMayNot) {
  migration("1_a", "create table a (x int);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  connect().execute(
      "do $$ begin create role helpless login; exception when duplicate_object then null; end $$");
  const Outcome doctor =
      run({"doctor"}, {{"DATABASE_URL", url().with("user", "helpless").conninfo()}});
  EXPECT_EQ(doctor.code, 1);
  EXPECT_NE(doctor.out.find("FAIL  history: role helpless may not read the history: "),
            std::string::npos)
      << doctor.out;
  EXPECT_NE(doctor.out.find("scratch server: "), std::string::npos) << doctor.out;
  EXPECT_NE(doctor.out.find("\n1 problem\n"), std::string::npos) << doctor.out;
}

// "down 0002" with versions of four digits reverts no two migrations.
TEST_F(MigrateErrors, ANumberThatIsAVersion) {
  for (const char* label : {"0001_a", "0002_b", "0003_c", "20_d"}) {
    migration(label, "select 1;\n", "select 1;\n");
  }
  EXPECT_EQ(run_on_database({"up", "0001"}).code, 0);
  EXPECT_EQ(run_on_database({"up", "2"}).code, 0);
  EXPECT_EQ(value("select string_agg(version, ' ' order by version) from schema_migrations"),
            "0001 0002 0003");
  EXPECT_EQ(
      shown(run_on_database({"down", "4"})),
      "64\n--- err\nerror: there are not 4 applied migrations, only 3; \"down --all\" reverts "
      "them all [configuration]\n");
  EXPECT_EQ(shown(run_on_database({"down", "0007"})),
            "64\n--- err\nerror: there is no migration 0007; versions go from 0001 to 20 "
            "[configuration]\n");
  EXPECT_EQ(run_on_database({"down", "0002"}).code, 0);
  EXPECT_EQ(value("select string_agg(version, ' ' order by version) from schema_migrations"),
            "0001 0003");
  EXPECT_EQ(run_on_database({"up", "20", "--late", "run"}).code, 0);
  EXPECT_EQ(run_on_database({"down", "20"}).code, 0);
  EXPECT_EQ(value("select string_agg(version, ' ' order by version) from schema_migrations"),
            "0001 0003");
}

TEST_F(MigrateErrors, ANumberThatMayBeEither) {
  for (const char* label : {"1_a", "2_b", "3_c"}) migration(label, "select 1;\n", "select 1;\n");
  EXPECT_EQ(
      shown(run_on_database({"up", "2"})),
      "64\n--- err\nerror: 2 is a number of migrations and also a version; write 2_b for that "
      "one, or give --to VERSION [configuration]\n");
  EXPECT_EQ(run_on_database({"up", "1"}).code, 0);
  EXPECT_EQ(run_on_database({"up", "--to", "3"}).code, 0);
  EXPECT_EQ(run_on_database({"down", "2"}).code, 64);
  EXPECT_EQ(value("select count(*) from schema_migrations"), "3");
  EXPECT_EQ(run_on_database({"down", "2_b"}).code, 0);
}

TEST_F(MigrateErrors, IrreversibleIsRefused) {
  migration("1_a", "select 1;\n", "-- pgplumb: irreversible\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  for (const char* way : {"down", "rollback", "redo"}) EXPECT_EQ(run_on_database({way}).code, 3);
}

}  // namespace
}  // namespace pgplumb::testing
