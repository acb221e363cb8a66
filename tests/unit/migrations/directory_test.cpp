#include "migrations/directory.hpp"

#include <gtest/gtest.h>

#include "migrations/checksum.hpp"
#include "tests/unit/migrations/folder.hpp"

namespace pgplumb::migrations {
namespace {

using testing::Folder;

std::string labels(const std::vector<Migration>& all) {
  std::string text;
  for (const Migration& one : all) {
    text += (text.empty() ? "" : " ") + one.label() + (one.down ? "" : "!");
  }
  return text;
}

TEST(Directory, PairsInVersionOrder) {
  const Folder folder;
  for (const char* name : {"10_b.up.sql", "10_b.down.sql", "9_a.up.sql", "README.md"}) {
    folder.write(name);
  }
  Diagnostics diagnostics;
  EXPECT_EQ(labels(read_directory(folder.path(), diagnostics)), "9_a! 10_b");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Directory, FoldersUpAndDown) {
  const Folder folder;
  folder.write("up/1_a.sql");
  folder.write("down/1_a.sql");
  folder.write("up/2_b.up.sql");
  Diagnostics diagnostics;
  EXPECT_EQ(labels(read_directory(folder.path(), diagnostics)), "1_a 2_b!");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Directory, OneFileWithMarkers) {
  const Folder folder;
  folder.write("1_a.sql", "-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n");
  folder.write("2_b.sql", "select 1;\n");
  Diagnostics diagnostics;
  EXPECT_EQ(labels(read_directory(folder.path(), diagnostics)), "1_a 2_b!");
}

struct Problem {
  std::vector<const char*> files;
  DiagnosticCode code;
};

TEST(Directory, Problems) {
  const std::vector<Problem> problems = {
      {{"widen.up.sql"}, DiagnosticCode::file_name},
      {{"1_a.up.sql", "1_b.up.sql"}, DiagnosticCode::duplicate_version},
      {{"1_a.up.sql", "01_a.up.sql"}, DiagnosticCode::duplicate_version},
      {{"1_a.up.sql", "up/1_a.sql"}, DiagnosticCode::duplicate_version},
      {{"1_a.down.sql"}, DiagnosticCode::up_missing},
  };
  for (const Problem& problem : problems) {
    const Folder folder;
    for (const char* name : problem.files) folder.write(name);
    Diagnostics diagnostics;
    (void)read_directory(folder.path(), diagnostics);
    EXPECT_EQ(diagnostics.all().size(), 1U) << problem.files.front();
    EXPECT_EQ(diagnostics.count(problem.code), 1U) << problem.files.front();
  }
}

TEST(Directory, AMissingFolderIsAProblem) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read_directory("/nonexistent/migrations", diagnostics).empty());
  EXPECT_EQ(diagnostics.count(DiagnosticCode::folder_missing), 1U);
}

TEST(SafeName, KeepsLettersDigitsAndSingleUnderscores) {
  struct Case {
    std::string name;
    std::string safe;
  };
  for (const Case& one :
       {Case{"Add Users", "add_users"}, Case{"../../etc/passwd", "etc_passwd"},
        Case{"it's \"quoted\"", "it_s_quoted"}, Case{"a__b", "a_b"}, Case{"_a_", "a"},
        Case{"", "migration"}, Case{"äöü", "migration"}, Case{"a\nb", "a_b"}, Case{"7up", "7up"},
        Case{"AddUsers", "add_users"}, Case{"HTTPServer", "http_server"},
        Case{"addUsersV2", "add_users_v2"}, Case{"ADD USERS", "add_users"},
        Case{std::string(300, 'x'), std::string(80, 'x')}}) {
    EXPECT_EQ(safe_name(one.name), one.safe) << one.name;
  }
}

std::vector<Migration> with_version(const char* version) {
  Migration migration;
  migration.version = Version(version);
  return {migration};
}

TEST(NextVersion, IsLaterThanAll) {
  constexpr std::int64_t kNow = 1772366400;  // 2026-03-01 12:00:00 UTC
  EXPECT_EQ(next_version({}, kNow), "20260301120000");
  EXPECT_EQ(next_version(with_version("99990301120000.9"), kNow), "99990301120001");
  struct Case {
    const char* newest;
    const char* next;
  };
  for (const Case& one :
       {Case{"7", "20260301120000"}, Case{"20260301115959", "20260301120000"},
        Case{"20260301120000", "20260301120001"}, Case{"20260301_120000", "20260301120001"},
        Case{"20260301125959", "20260301130000"}, Case{"20991231235959", "21000101000000"},
        Case{"99999999999999", "100000000000000"}, Case{"20269901000000", "20269901000001"}}) {
    const std::string next = next_version(with_version(one.newest), kNow);
    EXPECT_EQ(next, one.next) << one.newest;
    EXPECT_GT(Version(next), Version(one.newest));
  }
}

TEST(Checksum, LineEndsAndByteOrderMarkDoNotCount) {
  EXPECT_EQ(checksum("a\r\nb\r\n"), checksum("a\nb\n"));
  EXPECT_EQ(checksum("\xEF\xBB\xBFselect 1"), checksum("select 1"));
  EXPECT_NE(checksum("a\rb"), checksum("ab"));
  EXPECT_EQ(checksum(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace pgplumb::migrations
