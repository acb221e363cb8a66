#include <gtest/gtest.h>

#include "migrations/migration.hpp"
#include "tests/unit/migrations/folder.hpp"

namespace pgplumb::migrations {
namespace {

using testing::source;

// "2 tx lock=5s": statements and what the directives say.
std::string summary(const std::string& text) {
  Diagnostics diagnostics;
  const Script script = read_script(source(text), diagnostics);
  std::string words = std::to_string(script.statements.size());
  words += script.transactional ? " tx" : " no-tx";
  if (script.irreversible) words += " irreversible";
  if (script.lock_timeout) words += " lock=" + *script.lock_timeout;
  if (script.statement_timeout) words += " statement=" + *script.statement_timeout;
  for (const ScriptStatement& one : script.statements) {
    if (one.repeat_until_no_rows) words += " repeat";
    if (one.transaction_control) words += " control";
  }
  for (const Diagnostic& one : diagnostics.all()) words += " " + std::string(name_of(one.code));
  return words;
}

struct Case {
  const char* text;
  const char* summary;
};

TEST(Script, DirectivesAndStatements) {
  const std::vector<Case> cases = {
      {"", "0 tx"},
      {"-- nothing here\n", "0 tx"},
      {"select 1; select 2;", "2 tx"},
      {"-- pgplumb: no-transaction\nselect 1;", "1 no-tx"},
      {"select 1;\n-- pgplumb: no-transaction\n", "1 no-tx"},
      {"create index concurrently i on t (a);", "1 no-tx"},
      {"drop index concurrently i;", "1 no-tx"},
      {"vacuum;", "1 no-tx"},
      {"begin; select 1; commit;", "3 tx control control"},
      {"savepoint a; select 1;", "2 tx"},
      {"-- pgplumb: lock-timeout 5s\nselect 1;", "1 tx lock=5s"},
      {"-- pgplumb: statement-timeout 10min\nselect 1;", "1 tx statement=10min"},
      {"-- pgplumb: irreversible\n", "0 tx irreversible"},
      {"-- pgplumb: repeat until 0 rows\nupdate t set a = 1;", "1 no-tx repeat"},
      {"-- pgplumb: repeat until 0 rows\nwith d as (delete from t returning 1) select 1 from d;",
       "1 no-tx repeat"},
      {"-- pgplumb: repeat until 0 rows\nselect 1;", "1 tx unknown_directive"},
      {"-- pgplumb: repeat until 0 rows\ncreate table t ();", "1 tx unknown_directive"},
      {"-- pgplumb: lock-timeout soon\nselect 1;", "1 tx unknown_directive"},
      {"-- pgplumb: no transaction\nselect 1;", "1 tx unknown_directive"},
      {"select 1; selec 2; select 3;", "2 tx syntax_error"},
  };
  for (const Case& one : cases) EXPECT_EQ(summary(one.text), one.summary) << one.text;
}

TEST(Script, AnUnknownDirectiveHasItsPlace) {
  Diagnostics diagnostics;
  (void)read_script(source("select 1;\n-- pgplumb: hurry\nselect 2;"), diagnostics);
  ASSERT_EQ(diagnostics.count(DiagnosticCode::unknown_directive), 1U);
  EXPECT_EQ(diagnostics.all().front().span.position().line, 2U);
}

}  // namespace
}  // namespace pgplumb::migrations
