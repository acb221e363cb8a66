// Who may include whom. The table in README.md says the same in words.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/guards/repository.hpp"

namespace pgplumb::guards {
namespace {

struct Row {
  std::string folder;  // from the root
  std::string prefix;  // as its headers are included
  std::set<std::string> may_include;
};

const std::vector<Row>& table() {
  static const auto* const rows = new std::vector<Row>{
      {"src/base", "base", {}},
      {"schema", "schema", {"base"}},
      {"src/sql", "sql", {"schema", "base"}},
      {"src/parse", "parse", {"sql", "schema", "base"}},
      {"src/pg", "pg", {"base"}},
      {"src/scratch", "scratch", {"pg", "base"}},
      {"introspect", "introspect", {"pg", "sql", "schema", "base"}},
      {"diff", "diff", {"schema", "base"}},
      {"migrations", "migrations", {"diff", "introspect", "sql", "pg", "schema", "base"}},
      {"src/report", "report", {"migrations", "diff", "schema", "base"}},
      {"src/workflow",
       "workflow",
       {"migrations", "diff", "introspect", "scratch", "pg", "parse", "sql", "schema", "base"}},
      {"src/cli",
       "cli",
       {"report", "workflow", "migrations", "diff", "introspect", "scratch", "pg", "parse", "sql",
        "schema", "base"}},
  };
  return *rows;
}

struct External {
  std::string name;
  std::regex header;
  std::set<std::string> allowed_in;
};

const std::vector<External>& externals() {
  static const auto* const all = new std::vector<External>{
      {"libpg_query",
       std::regex("(pg_query|postgres|postgres_deparse|pg_query_internal|c)\\.h|"
                  "(pg_query|nodes|parser|catalog|access|utils|commands|storage|common|lib|mb)/.*"),
       {"sql"}},
      {"libpqxx", std::regex("pqxx(/.*)?|libpq-fe\\.h|libpq/.*"), {"pg"}},
      {"CLI11", std::regex("CLI/.*"), {"cli"}},
      {"GoogleTest", std::regex("(gtest|gmock)/.*"), {}},
  };
  return *all;
}

const Row* row_of_file(const std::string& path) {
  const auto row = std::find_if(table().begin(), table().end(), [&](const Row& candidate) {
    return path.starts_with(candidate.folder + "/");
  });
  return row == table().end() ? nullptr : &*row;
}

const Row* row_of_header(const std::string& header) {
  const auto row = std::find_if(table().begin(), table().end(), [&](const Row& candidate) {
    return header.starts_with(candidate.prefix + "/");
  });
  return row == table().end() ? nullptr : &*row;
}

// What is wrong with `header` being included by a file of `row`; nothing when all is well.
std::optional<std::string> problem(const Row& row, const std::string& header, bool quoted) {
  const Row* included = quoted ? row_of_header(header) : nullptr;
  if (included != nullptr) {
    const std::string file = included->folder + header.substr(included->prefix.size());
    if (!exists(file)) return "is no file of the repository";
    if (included->prefix == row.prefix || row.may_include.contains(included->prefix)) return {};
    return row.prefix + " may not include " + included->prefix;
  }
  for (const External& external : externals()) {
    if (!std::regex_match(header, external.header)) continue;
    if (external.allowed_in.contains(row.prefix)) return {};
    return row.prefix + " may not include " + external.name;
  }
  if (quoted) return "is no file of the repository; other libraries are included with <>";
  return {};
}

TEST(IncludeTable, EveryIncludeIsAllowed) {
  static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
  int seen = 0;
  for (const SourceFile& file : product_sources()) {
    const Row* row = row_of_file(file.path);
    ASSERT_NE(row, nullptr) << file.path << " is in a folder that the include table lacks";
    int number = 0;
    for (const std::string& line : lines_of(file.text)) {
      ++number;
      std::smatch match;
      if (!std::regex_match(line, match, include)) continue;
      ++seen;
      const auto wrong = problem(*row, match[2], match[1] == "\"");
      if (wrong) ADD_FAILURE() << file.path << ":" << number << ": " << match[2] << ": " << *wrong;
    }
  }
  EXPECT_GT(seen, 20) << "the guard read almost no include line";
}

// What follows DEPENDS in the folder's pgplumb_library().
std::vector<std::string> linked_by(const std::string& cmake) {
  static const std::regex depends(R"(pgplumb_library\([^)]*\bDEPENDS\s+([a-z_\s]*))");
  std::vector<std::string> names;
  std::smatch match;
  if (!std::regex_search(cmake, match, depends)) return names;
  std::istringstream words(match[1]);
  for (std::string word; words >> word;) names.push_back(word);
  return names;
}

TEST(IncludeTable, TargetsLinkWhatTheyMayInclude) {
  for (const Row& row : table()) {
    const std::vector<std::string> linked = linked_by(read(row.folder + "/CMakeLists.txt"));
    EXPECT_EQ(linked.empty(), row.may_include.empty()) << row.folder;
    for (const std::string& name : linked) {
      EXPECT_TRUE(row.may_include.contains(name)) << row.folder << " links " << name;
    }
  }
}

TEST(IncludeTable, AllowsOnlyRowsAbove) {
  std::set<std::string> above;
  for (const Row& row : table()) {
    for (const std::string& name : row.may_include) {
      EXPECT_TRUE(above.contains(name) || (name == "report" || name == "workflow"))
          << row.prefix << " names " << name << ", which does not come before it";
    }
    above.insert(row.prefix);
  }
}

struct Case {
  std::string prefix;
  std::string header;
  bool quoted;
  bool allowed;
};

class IncludeRule : public testing::TestWithParam<Case> {};

TEST_P(IncludeRule, Holds) {
  const Case& c = GetParam();
  const Row* row = row_of_header(c.prefix + "/x");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(!problem(*row, c.header, c.quoted).has_value(), c.allowed) << c.header;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, IncludeRule,
    testing::Values(
        Case{"schema", "base/result.hpp", true, true}, Case{"base", "base/result.hpp", true, true},
        Case{"base", "schema/enum.hpp", true, false}, Case{"pg", "schema/enum.hpp", true, false},
        Case{"pg", "base/no_such_file.hpp", true, false}, Case{"pg", "result.hpp", true, false},
        Case{"pg", "pqxx/pqxx", false, true}, Case{"introspect", "pqxx/result", false, false},
        Case{"sql", "nodes/parsenodes.h", true, true},
        Case{"parse", "nodes/parsenodes.h", true, false}, Case{"parse", "pg_query.h", false, false},
        Case{"diff", "vector", false, true}, Case{"cli", "CLI/CLI.hpp", false, true},
        Case{"workflow", "CLI/CLI.hpp", false, false}));

}  // namespace
}  // namespace pgplumb::guards
