#include "migrations/status.hpp"

#include <gtest/gtest.h>

#include "migrations/checksum.hpp"
#include "tests/unit/migrations/folder.hpp"

namespace pgplumb::migrations {
namespace {

Migration file(const char* version, const char* text = "select 1;") {
  Migration migration;
  migration.version = Version(version);
  migration.name = "x";
  migration.up = testing::source(text);
  return migration;
}

AppliedMigration row(const char* version, const std::string& sum = "",
                     const char* state = "applied") {
  AppliedMigration applied;
  applied.version = Version(version);
  applied.checksum = sum;
  applied.state = state;
  return applied;
}

std::string words(const std::vector<MigrationStatus>& status) {
  constexpr const char* kWords[] = {"applied", "unfinished", "pending",
                                    "late",    "changed",    "missing"};
  std::string text;
  for (const MigrationStatus& one : status) {
    text += (text.empty() ? "" : " ") + one.version().text() + ":" +
            kWords[static_cast<std::size_t>(one.state)];
  }
  return text;
}

TEST(Status, OfFilesAndRows) {
  const std::vector<Migration> files = {file("1"), file("2"), file("3"), file("4"), file("6")};
  const std::string same = checksum("select 1;");
  const std::vector<AppliedMigration> rows = {row("01", same), row("2", "0"),
                                              row("4", "", "failed"), row("5")};
  EXPECT_EQ(words(status_of(files, rows)),
            "1:applied 2:changed 3:late 4:unfinished 5:missing 6:pending");
}

TEST(Status, AnUnfinishedOneWithoutAFileIsMissing) {
  const std::vector<AppliedMigration> rows = {row("1", "", "running")};
  EXPECT_EQ(words(status_of({}, rows)), "1:missing");
}

TEST(Status, NothingAppliedMakesNothingLate) {
  const std::vector<Migration> files = {file("1"), file("2")};
  EXPECT_EQ(words(status_of(files, {})), "1:pending 2:pending");
}

TEST(History, PoliciesDecideWhatIsAProblem) {
  const std::vector<Migration> files = {file("1"), file("2")};
  const std::vector<AppliedMigration> rows = {row("2", "0"), row("3")};
  const auto status = status_of(files, rows);
  HistoryPolicies policies;
  EXPECT_EQ(check_history(status, policies).count(DiagnosticCode::history_changed), 3U);
  policies.late = Policy::ignore;
  EXPECT_EQ(check_history(status, policies).all().size(), 2U);
  policies.changed = Policy::ignore;
  EXPECT_EQ(check_history(status, policies).all().size(), 1U);
  policies.missing = Policy::ignore;
  EXPECT_TRUE(check_history(status, policies).empty());
}

}  // namespace
}  // namespace pgplumb::migrations
