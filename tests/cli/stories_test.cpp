// What a team does in its first weeks, one story a test: both streams and the exit code, whole.
#include <filesystem>
#include <regex>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class Stories : public ProgramTest {
 protected:
  void two_migrations() {
    migration("1_a", "create table a (x int);\n", "drop table a;\n");
    migration("2_b", "create table b (x int);\n", "drop table b;\n");
  }

  void expect(const std::vector<std::string>& command, const std::string& said) {
    std::string words;
    for (const std::string& word : command) words += " " + word;
    EXPECT_EQ(shown(run_on_database(command)), said) << "pgplumb" << words;
  }
};

constexpr const char* kUp =
    "0\napplied 1_a (N ms)\napplied 2_b (N ms)\n2 migrations applied, at version 2\n";

TEST_F(Stories, ANewMigration) {
  const auto said = [&](const std::string& name) {
    return std::regex_replace(shown(run({"create", name})), std::regex("[0-9]{14}"), "VERSION");
  };
  const std::string two_files =
      "0\nmigrations/VERSION_add_books.up.sql\nmigrations/VERSION_add_books.down.sql\n";
  EXPECT_EQ(said("add_books"), two_files);
  // In the same second, and under the same name.
  EXPECT_EQ(said("Add books!"),
            two_files + "--- err\nnamed add_books, which is safe in a file name\n");
  EXPECT_EQ(files("migrations").size(), 4U);
  EXPECT_EQ(run_on_database({"up"}).code, 0);
}

TEST_F(Stories, UpAndUpAgain) {
  two_migrations();
  expect({"status"}, "0\npending    1_a\npending    2_b\n0 of 2 applied\n");
  expect({"up"}, kUp);
  expect({"up"}, "0\nAlready up to date\n");
  expect({"status"},
         "0\napplied    1_a  batch 1, TIME, by postgres (N ms)\n"
         "applied    2_b  batch 1, TIME, by postgres (N ms)\n2 of 2 applied\n");
}

TEST_F(Stories, Down) {
  two_migrations();
  expect({"up"}, kUp);
  expect({"down"}, "0\nreverted 2_b (N ms)\n1 migration reverted, at version 1\n");
  expect({"down"}, "0\nreverted 1_a (N ms)\n1 migration reverted, at the base schema version\n");
  expect({"down"}, "0\nAlready at the base schema version\n");
}

TEST_F(Stories, TheLastBatchGoesBack) {
  two_migrations();
  expect({"up", "1"}, "0\napplied 1_a (N ms)\n1 migration applied, at version 1; 1 pending\n");
  migration("3_c", "create table c (x int);\n", "drop table c;\n");
  expect({"up"}, "0\napplied 2_b (N ms)\napplied 3_c (N ms)\n2 migrations applied, at version 3\n");
  expect({"rollback"},
         "0\nreverted 3_c (N ms)\nreverted 2_b (N ms)\n2 migrations reverted, at version 1\n");
  expect({"status"},
         "0\napplied    1_a  batch 1, TIME, by postgres (N ms)\npending    2_b\npending    3_c\n1 "
         "of 3 applied\n");
}

TEST_F(Stories, ToAVersion) {
  two_migrations();
  migration("3_c", "create table c (x int);\n", "drop table c;\n");
  expect({"up", "--to", "2"},
         "0\napplied 1_a (N ms)\napplied 2_b (N ms)\n2 migrations applied, at version 2; 1 "
         "pending\n");
  expect({"version"}, "0\n2\n");
  expect({"down", "--to", "1"}, "0\nreverted 2_b (N ms)\n1 migration reverted, at version 1\n");
  expect({"up", "--to", "9"},
         "64\n--- err\nerror: there is no migration of version 9; versions go from 1 to 3 "
         "[configuration]\n");
}

TEST_F(Stories, AMigrationFails) {
  two_migrations();
  migration("2_b", "create table b (x int);\ninsert into b values ('one');\n", "drop table b;\n");
  expect({"up"},
         "1\napplied 1_a (N ms)\n--- err\n"
         "migrations/2_b.up.sql:2:23: error: migration 2_b failed: invalid input syntax for type "
         "integer: \"one\" (SQLSTATE 22P02) [migration_failed]\n"
         "  insert into b values ('one');\n                        ^\n"
         "note: it was rolled back: nothing of it stays\n"
         "pgplumb: 1 migration applied, 1 not; at version 1\n");
  expect({"status"},
         "0\napplied    1_a  batch 1, TIME, by postgres (N ms)\n"
         "failed     2_b  tried TIME invalid input syntax for type integer: \"one\"\n1 of 2 "
         "applied\n");
  migration("2_b", "create table b (x int);\n", "drop table b;\n");
  expect({"up"}, "0\napplied 2_b (N ms)\n1 migration applied, at version 2\n");
}

TEST_F(Stories, AVersionIsTakenTwice) {
  migration("1_a", "create table a (x int);\n");
  migration("1_b", "create table b (x int);\n");
  expect({"up"},
         "1\n--- err\nmigrations/1_b.up.sql:1:1: error: version 1 is taken twice; give one of the "
         "two files a later version [duplicate_version]\n  create table b (x int);\n  ^\n"
         "migrations/1_a.up.sql:1:1: note: the other file\n  create table a (x int);\n  ^\n");
  EXPECT_EQ(value("select to_regclass('a') is null and to_regclass('b') is null"), "t");
}

TEST_F(Stories, TheFolderIsMissing) {
  for (const char* command : {"up", "status", "down"}) {
    expect({command},
           "1\n--- err\nerror: there is no folder migrations for migrations; make it with "
           "\"pgplumb init\" or name another one [folder_missing]\n");
  }
}

// At a terminal the name is typed: tests/runner/terminal.
TEST_F(Stories, ProductionWantsAYes) {
  two_migrations();
  folder().write("pgplumb.yaml",
                 "environments: {live: {url: \"${DATABASE_URL}\", protected: true}}\n");
  const auto said = [&](const std::vector<std::string>& command) {
    const std::string text = shown(run_on_database(command));
    return std::regex_replace(text, std::regex("database \"[^\"]+\" on [^ ]+"), "DATABASE");
  };
  EXPECT_EQ(said({"up", "--env", "live"}),
            "3\n--- err\npgplumb: DATABASE (environment live) is protected: give --yes to apply 2 "
            "migrations there; nothing was done\n");
  EXPECT_EQ(value("select to_regclass('a') is null"), "t");
  EXPECT_EQ(said({"up", "--env", "live", "--yes"}),
            std::string(kUp) +
                "--- err\nabout to apply 2 migrations in protected DATABASE (environment live)\n");
  EXPECT_EQ(said({"rollback", "--env", "live"}),
            "3\n--- err\npgplumb: DATABASE (environment live) is protected: give --yes to revert 2 "
            "migrations there; nothing was done\n");
}

TEST_F(Stories, AnotherToolsHistoryIsTakenOver) {
  folder().write("migrations/1700000000000_users.sql",
                 "-- Up Migration\ncreate table users ();\n-- Down Migration\ndrop table users;\n");
  folder().write("migrations/1700000000001_orders.sql",
                 "-- Up Migration\ncreate table orders ();\n-- Down Migration\ndrop table "
                 "orders;\n");
  connect().execute(
      "create table pgmigrations (id serial primary key, name varchar(255) not null, run_on "
      "timestamp not null);"
      "insert into pgmigrations (name, run_on) values ('1700000000000_users', '2026-01-01');"
      "create table users ()");
  expect({"up"},
         "3\n--- err\npgplumb: another tool keeps a history in this database, and pgplumb has "
         "none: node-pg-migrate in public.pgmigrations; what it applied would run again: take it "
         "over with \"pgplumb import\", or leave it alone with --foreign ignore (history.foreign: "
         "ignore)\n");
  expect({"import"},
         "0\nimported 1700000000000 users, batch 1\nnode-pg-migrate in public.pgmigrations: 1 "
         "migration applied, 1 with files, 0 without; 1 pending\n1 new in "
         "public.schema_migrations; the table of node-pg-migrate is as it was\n");
  expect({"status"},
         "0\napplied    1700000000000_users  batch 1, TIME, by postgres (N ms), imported\n"
         "pending    1700000000001_orders\n1 of 2 applied\n");
  expect({"up"},
         "0\napplied 1700000000001_orders (N ms)\n1 migration applied, at version "
         "1700000000001\n");
  expect({"down"},
         "0\nreverted 1700000000001_orders (N ms)\n1 migration reverted, at version "
         "1700000000000\n");
}

TEST_F(Stories, AWrongDownIsFound) {
  two_migrations();
  migration("2_b", "create table b (x int);\n", "select 1;\n");
  expect({"check"},
         "2\nall ups: 2 of 2\n"
         "down of 2_b: does not lead back to what was there before its up\n"
         "  table public.b is there and should not be\n"
         "each alone: 1 downs lead back, 1 do not, 0 irreversible, 0 without a way down\n"
         "all downs: 2 of 2, NOT empty again\n"
         "  table public.b is there and should not be\n"
         "all ups again: NOT the same as before\n"
         "  migrations/2_b.up.sql:1:1: the scratch server refuses this: relation \"b\" already "
         "exists (SQLSTATE 42P07)\n"
         "something is wrong\n");
  migration("2_b", "create table b (x int);\n", "drop table b;\n");
  expect({"check"},
         "0\nall ups: 2 of 2\n"
         "each alone: 2 downs lead back, 0 do not, 0 irreversible, 0 without a way down\n"
         "all downs: 2 of 2, empty again\n"
         "all ups again: the same as before\n"
         "nothing is wrong\n");
}

}  // namespace
}  // namespace pgplumb::testing
