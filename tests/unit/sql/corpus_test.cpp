// Real files, where the corpus is at hand: PGPLUMB_CORPUS, or ../shared/corpus beside the
// repository.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/files.hpp"
#include "sql/deparse.hpp"
#include "sql/memory_scope.hpp"
#include "sql/parse.hpp"
#include "sql/raw_parser.hpp"

namespace pgplumb::sql {
namespace {

namespace fs = std::filesystem;

fs::path corpus() {
  const char* set = std::getenv("PGPLUMB_CORPUS");
  return set ? fs::path(set) : fs::path(PGPLUMB_SOURCE_DIR) / "../shared/corpus";
}

std::vector<fs::path> corpus_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(corpus())) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  return files;
}

// Equal trees but for positions.
bool same_tree(const Node* node, const std::string& text) {
  const MemoryScope memory;
  const RawParseResult again = raw_parse(text, ParseMode::statements);
  if (again.error || items<RawStmt>(again.tree).size() != 1) return false;
  return equal(node, items<RawStmt>(again.tree)[0]->stmt);
}

TEST(Corpus, PrintedStatementsReadBackTheSame) {
  if (!fs::exists(corpus())) GTEST_SKIP() << "no corpus at " << corpus();
  std::size_t statements = 0;
  for (const fs::path& path : corpus_files()) {
    Diagnostics diagnostics;
    const auto source = std::make_shared<const SourceText>(path.string(), read_file(path));
    for_each_statement(source, diagnostics, [&](const Statement& statement) {
      ++statements;
      if (nodeTag(statement.node) == T_InsertStmt) return;  // most of the bytes, nothing new
      const std::string printed = deparse_statement(statement.node);
      EXPECT_TRUE(same_tree(statement.node, printed)) << statement.span.label() << "\n"
                                                      << printed.substr(0, 500);
    });
    EXPECT_EQ(diagnostics.count(DiagnosticCode::unterminated_text), 0U) << path;
    EXPECT_EQ(diagnostics.count(DiagnosticCode::not_utf8), 0U) << path;
  }
  EXPECT_GT(statements, 1000U);
}

}  // namespace
}  // namespace pgplumb::sql
