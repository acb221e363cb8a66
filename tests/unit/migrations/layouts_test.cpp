#include "migrations/layouts.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "migrations/changesets.hpp"
#include "migrations/directory.hpp"
#include "migrations/sqitch_plan.hpp"
#include "tests/unit/migrations/folder.hpp"

namespace pgplumb::migrations {
namespace {

using testing::Folder;

struct Case {
  const char* tool;
  std::vector<std::pair<const char*, const char*>> files;
  const char* labels;  // "1_a 2_b!": ! = without a way down, * = without a transaction
};

std::string labels(const std::vector<Migration>& all) {
  std::string text;
  for (const Migration& one : all) {
    Diagnostics ignored;
    text += (text.empty() ? "" : " ") + one.label() + (one.down ? "" : "!") +
            (read_script(one.up, ignored).transactional ? "" : "*");
  }
  return text;
}

TEST(Layouts, OfEveryTool) {
  const std::vector<Case> cases = {
      {"dbmate",
       {{"20260101000000_a.sql", "-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n"}},
       "20260101000000_a"},
      {"goose", {{"00001_a.sql", "-- +goose Up\nselect 1;\n"}}, "00001_a!"},
      {"golang-migrate", {{"000001_a.up.sql", ""}, {"000001_a.down.sql", ""}}, "000001_a"},
      {"node-pg-migrate",
       {{"1700000000000_a.sql", "-- Up Migration\nselect 1;\n"}},
       "1700000000000_a!"},
      {"db-migrate",
       {{"20260101000000-a.js", ""},
        {"sqls/20260101000000-a-up.sql", ""},
        {"sqls/20260101000000-a-down.sql", ""}},
       "20260101000000_a"},
      {"flyway",
       {{"V1__a.sql", ""},
        {"U1__undo_a.sql", ""},
        {"V1_2__b.sql", ""},
        {"V1.10__c.sql", ""},
        {"V1_10.1__d.sql", ""},
        {"V1_10.1__d.sql.conf", "executeInTransaction = false\n"}},
       "1_a 1.2_b! 1.10_c! 1.10.1_d!*"},
      {"prisma",
       {{"20260101000000_a/migration.sql", ""}, {"migration_lock.toml", ""}},
       "20260101000000_a!"},
      {"diesel",
       {{"2026-01-01-000000_a/up.sql", ""},
        {"2026-01-01-000000_a/down.sql", ""},
        {"00000000000000_s/up.sql", ""},
        {"00000000000000_s/metadata.toml", "run_in_transaction = false"}},
       "00000000000000_s!* 20260101000000_a"},
      {"diesel 2.2",
       {{"2026-01-01-000000-0000_a/up.sql", ""}, {"2026-01-01-000000-0001_b/up.sql", ""}},
       "202601010000000000_a! 202601010000000001_b!"},
      {"flyway, nested", {{"2026/01/V1__a.sql", ""}, {"shop/U1__a.sql", ""}}, "1_a"},
      {"postgrator",
       {{"001.do.a.sql", ""}, {"001.undo.the-a.sql", ""}, {"002.do.sql", ""}},
       "001_a 002!"},
      {"sqlx",
       {{"20260101000000_a.up.sql", "-- no-transaction\nselect 1;\n"}},
       "20260101000000_a!*"},
      {"graphile-migrate",
       {{"committed/000001-a.sql", "--! Previous: -\n--! no-transaction\nselect 1;\n"},
        {"current.sql", ""}},
       "000001_a!*"},
      {"atlas",
       {{"20260101000000_a.sql", "-- atlas:txmode none\n\nselect 1;\n"}, {"atlas.sum", ""}},
       "20260101000000_a!*"},
      {"sqitch",
       {{"sqitch.plan", "%project=p\n\na 2026-01-01T00:00:00Z A <a@x> # first\n"},
        {"deploy/a.sql", "BEGIN;\nselect 1;\nCOMMIT;\n"},
        {"revert/a.sql", ""},
        {"verify/a.sql", ""}},
       "20260101000000_a"},
      {"sqitch, and pgplumb's own files",
       {{"sqitch.plan", "%project=p\n\na 2026-01-01T00:00:00Z A <a@x> # first\n"},
        {"deploy/a.sql", ""},
        {"dump.sql", ""},
        {"20260201000000_b.up.sql", ""},
        {"20260201000000_b.down.sql", ""}},
       "20260101000000_a! 20260201000000_b"},
      {"liquibase",
       {{"log-3.sql",
         "--liquibase formatted sql\n--changeset a:one\nselect 1;\n--rollback select 2;\n"
         "--changeset b:two runInTransaction:false\nselect 3;\n"}},
       "3.1_one 3.2_two!*"},
      {"liquibase, one changelog without a number",
       {{"changelog.sql", "--liquibase formatted sql\n--changeset a:one\nselect 1;\n"},
        {"20260101000000_b.up.sql", ""}},
       "1.1_one! 20260101000000_b!"},
      {"liquibase, by day",
       {{"2026-01-05-a.sql", "--liquibase formatted sql\n--changeset a:one\nselect 1;\n"},
        {"2026-01-06.sql", "--liquibase formatted sql\n--changeset a:two\nselect 1;\n"}},
       "20260105.1_one! 20260106.1_two!"},
  };
  for (const Case& one : cases) {
    const Folder folder;
    for (const auto& [name, text] : one.files) folder.write(name, text);
    Diagnostics diagnostics;
    EXPECT_EQ(labels(read_directory(folder.path(), diagnostics)), one.labels) << one.tool;
    EXPECT_TRUE(diagnostics.empty()) << one.tool << ": " << diagnostics.all().front().message;
  }
}

TEST(Layouts, WhatCannotBeFollowedIsSaid) {
  struct Problem {
    const char* file;
    const char* text;
    DiagnosticCode code;
  };
  for (const Problem& one :
       {Problem{"R__views.sql", "select 1;\n", DiagnosticCode::not_run},
        Problem{"archive/1_a.up.sql", "select 1;\n", DiagnosticCode::not_run},
        Problem{"2024/20240101000000_b.up.sql", "select 1;\n", DiagnosticCode::not_run},
        Problem{"up/2024/1_a.sql", "select 1;\n", DiagnosticCode::not_run},
        Problem{"1_a/migration.up.sql", "select 1;\n", DiagnosticCode::not_run},
        Problem{"B5__base.sql", "select 1;\n", DiagnosticCode::not_run},
        Problem{"V1__a.sql", "insert into a values ('${name}');\n",
                DiagnosticCode::unknown_directive},
        Problem{"1_a.sql", "-- +goose Up\n-- +goose ENVSUB ON\nselect 1;\n",
                DiagnosticCode::unknown_directive},
        Problem{"1_a.sql", "-- atlas:delimiter \\n\\n\nselect 1;\n",
                DiagnosticCode::unknown_directive},
        Problem{"1_caf\xE9.up.sql", "select 1;\n", DiagnosticCode::file_name},
        Problem{"1_caf\xE9/migration.sql", "select 1;\n", DiagnosticCode::file_name},
        Problem{"1.sql", "--liquibase formatted sql\n--changeset one\nselect 1;\n",
                DiagnosticCode::unknown_directive},
        Problem{"1.sql", "--liquibase formatted sql\n--changeset a:b runOnChange:true\nselect 1;\n",
                DiagnosticCode::unknown_directive},
        Problem{"1.sql", "--liquibase formatted sql\n--changeset a:b dbms:oracle\nselect 1;\n",
                DiagnosticCode::not_run},
        Problem{"1.sql", "--liquibase formatted sql\n--changeset a:b ignore:true\nselect 1;\n",
                DiagnosticCode::not_run},
        Problem{"1.sql", "--liquibase formatted sql\n--changeset a:b context:test\nselect 1;\n",
                DiagnosticCode::unknown_directive},
        Problem{"1.sql",
                "--liquibase formatted sql\n--changeset a:b contextFilter:\"a and b\"\nselect 1;\n",
                DiagnosticCode::unknown_directive},
        Problem{"1.sql", "--liquibase formatted sql\n--changeset a:b labels:x,y\nselect 1;\n",
                DiagnosticCode::unknown_directive},
        Problem{
            "1.sql",
            "--liquibase formatted sql\n--changeset a:b\n--preconditions onFail:HALT\nselect 1;\n",
            DiagnosticCode::unknown_directive}}) {
    const Folder folder;
    folder.write(one.file, one.text);
    Diagnostics diagnostics;
    (void)read_directory(folder.path(), diagnostics);
    EXPECT_EQ(diagnostics.count(one.code), 1U) << one.file << ": " << one.text;
  }
}

TEST(Layouts, ALinkThatLeadsNowhereIsSaid) {
  const Folder folder;
  folder.write("1_a.up.sql", "select 1;\n");
  std::filesystem::create_symlink("1_a.up.sql", folder.path() / "2_b.up.sql");
  std::filesystem::create_symlink("nowhere.sql", folder.path() / "3_c.up.sql");
  Diagnostics diagnostics;
  EXPECT_EQ(labels(read_directory(folder.path(), diagnostics)), "1_a! 2_b!");
  ASSERT_EQ(diagnostics.count(DiagnosticCode::file_name), 1U);
  EXPECT_TRUE(diagnostics.all().front().span.source->path().ends_with("3_c.up.sql"));
}

// Their order is written in another file.
TEST(Changesets, OfSeveralFilesNeedNumbers) {
  const Folder folder;
  const char* const text = "--liquibase formatted sql\n--changeset a:b\nselect 1;\n";
  folder.write("users.sql", text);
  folder.write("orders.sql", text);
  Diagnostics diagnostics;
  EXPECT_TRUE(read_directory(folder.path(), diagnostics).empty());
  EXPECT_EQ(diagnostics.count(DiagnosticCode::file_name), 2U);
  folder.write("orders-1.sql", text);
  std::filesystem::remove(folder.path() / "orders.sql");
  EXPECT_EQ(labels(read_directory(folder.path(), diagnostics)), "1.1_b!");
  EXPECT_EQ(diagnostics.count(DiagnosticCode::file_name), 3U);
}

TEST(Changesets, AreNamedAsLiquibaseReadsThem) {
  const Folder folder;
  folder.write("1.sql",
               "--liquibase formatted sql\n--changeset Ann Lee:\"two words\"\nselect 1;\n"
               "  -- Changeset \"Bob B\" : 2 runInTransaction:false\nselect 2;\n"
               "--changeset carl:a:b c:d\nselect 3;\n");
  Diagnostics diagnostics;
  std::string text;
  const auto all = read_directory(folder.path(), diagnostics);
  for (const Migration& one : all) text += one.file + ", ";
  EXPECT_EQ(text, "Ann Lee:two words:1.sql, Bob B:2:1.sql, carl:a:b:1.sql, ");
  EXPECT_EQ(labels(all), "1.1_two words! 1.2_2!* 1.3_a:b!");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Changesets, MayHaveTheirRollbackInABlock) {
  const auto file = std::make_shared<const SourceText>(
      "1.sql",
      "--liquibase formatted sql\n--changeset a:one\nselect 1;\n/* Liquibase Rollback\nselect "
      "2;\n  select 3;\n*/\nselect 4;\n/* another\ncomment */\n");
  Diagnostics diagnostics;
  const auto all = split_changesets(file, "1", diagnostics);
  ASSERT_EQ(all.size(), 1U);
  ASSERT_NE(all[0].down, nullptr);
  const std::string up(all[0].up->text());
  const std::string down(all[0].down->text());
  EXPECT_EQ(up.find("select 2"), std::string::npos);
  EXPECT_NE(up.find("select 4;\n/* another"), std::string::npos);
  EXPECT_EQ(all[0].down->at_offset(down.find("select 2")), (LineColumn{5, 1}));
  EXPECT_EQ(all[0].down->at_offset(down.find("select 3")), (LineColumn{6, 3}));
  EXPECT_EQ(down.find_first_not_of(" \n"), down.find("select 2"));
  EXPECT_EQ(down.find("*/"), std::string::npos);
}

TEST(Changesets, ARollbackOfNothing) {
  Diagnostics diagnostics;
  const auto all = split_changesets(
      std::make_shared<const SourceText>(
          "log-1.sql",
          "--liquibase formatted sql\n--changeset a:one dbms:\"oracle, postgresql\"\nselect 1;\n"
          "--rollback empty\n"),
      "1", diagnostics);
  ASSERT_EQ(all.size(), 1U);
  ASSERT_NE(all[0].down, nullptr);
  EXPECT_EQ(all[0].down->text().find("empty"), std::string_view::npos);
  EXPECT_TRUE(diagnostics.empty());
}

// As Liquibase reads lists of databases: "none" is none whatever else is there, "!x" is not x.
TEST(Changesets, ThoseOfOtherDatabasesAreLeftOut) {
  const auto labels_with = [](const std::string& attributes) {
    const Folder folder;
    folder.write("1.sql",
                 "--liquibase formatted sql\n--changeset a:one " + attributes +
                     "\nsel 1;\n--precondition-sql-check x\n--changeset a:two\nselect 2;\n");
    Diagnostics diagnostics;
    std::string text;
    for (const Migration& one : read_directory(folder.path(), diagnostics)) {
      text += one.label() + " ";
    }
    return text;
  };
  for (const char* here : {"dbms:postgresql", "dbms:\"oracle, PostgreSQL\"", "dbms:all",
                           "dbms:!oracle", "dbms:\"!h2, !oracle\"", "ignore:false", ""}) {
    EXPECT_EQ(labels_with(here), "1.1_one 1.2_two ") << here;
  }
  for (const char* elsewhere : {"dbms:oracle", "dbms:!postgresql", "dbms:\"!h2,!postgresql\"",
                                "dbms:none", "dbms:postgresql,none", "dbms:h2,!oracle",
                                "ignore:true", "IGNORE:\"true\"", "context:test ignore:true"}) {
    EXPECT_EQ(labels_with(elsewhere), "1.2_two ") << elsewhere;
  }
}

// A history knows the changesets of a file by its logical path.
TEST(Changesets, MayHaveALogicalPath) {
  const Folder folder;
  folder.write("1.sql",
               "--liquibase formatted sql logicalFilePath:db/all.sql\n--changeset a:one\nselect "
               "1;\n--changeset a:two logicalFilePath:\"other.sql\"\nselect 2;\n");
  Diagnostics diagnostics;
  std::string text;
  for (const Migration& one : read_directory(folder.path(), diagnostics)) text += one.file + " ";
  EXPECT_EQ(text, "a:one:all.sql a:two:other.sql ");
}

TEST(Changesets, PositionsAreThoseOfTheFile) {
  const auto file = std::make_shared<const SourceText>(
      "log-1.sql",
      "--liquibase formatted sql\r\n--changeset a:one\r\nselect 1;\r\n--rollback select 2;\r\n"
      "--changeset a:two\r\nselect 3;\r\n");
  Diagnostics diagnostics;
  const auto all = split_changesets(file, "1", diagnostics);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].up->at_offset(all[0].up->text().find("select 1")), (LineColumn{3, 1}));
  EXPECT_EQ(all[0].down->at_offset(all[0].down->text().find("select 2")), (LineColumn{4, 12}));
  EXPECT_EQ(all[1].up->at_offset(all[1].up->text().find("select 3")), (LineColumn{6, 1}));
  EXPECT_EQ(all[0].up->text().find("select 2"), std::string_view::npos);
  EXPECT_EQ(all[0].up->text().find("select 3"), std::string_view::npos);
  EXPECT_EQ(all[1].down, nullptr);
}

TEST(SqitchPlan, ReworkedChangesKeepTheirScriptsUnderATag) {
  const auto changes = read_sqitch_plan(
      "%syntax-version=1.0.0\n%project=shop\n\n# a comment\n"
      "users 2026-01-01T10:00:00Z Ann <a@x> # users\n"
      "orders [users !other] 2026-01-01T10:00:00Z Ann <a@x> # at the same second\n"
      "@v1 2026-01-02T10:00:00Z Ann <a@x> # tag\n"
      "users [users@v1] 2026-01-03T10:00:00Z Ann <a@x> # reworked\n");
  std::string text;
  for (const PlannedChange& one : changes) {
    text += one.version + " " + one.scripts.back() + "\n";
  }
  EXPECT_EQ(text, "20260101100000 users@v1\n20260101100001 orders\n20260103100000 users\n");
}

}  // namespace
}  // namespace pgplumb::migrations
