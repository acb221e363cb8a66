// Any bytes give a result or a diagnostic.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "sql/fragment.hpp"
#include "sql/parse.hpp"

namespace pgplumb::sql {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

void expect_ordered_spans(const std::string& text) {
  const auto source = std::make_shared<const SourceText>("random", text);
  const SplitResult result = split(source);
  std::size_t end = 0;
  for (const StatementText& statement : result.statements) {
    ASSERT_GE(statement.span.begin, end);
    ASSERT_GT(statement.span.end, statement.span.begin);
    end = statement.span.end;
    ASSERT_LE(end, text.size());
  }
  const Diagnostics problems = check_syntax(source);
  for (const Diagnostic& diagnostic : problems.all()) {
    ASSERT_TRUE(diagnostic.span.known());
    ASSERT_LE(diagnostic.span.end, text.size());
    ASSERT_FALSE(render(diagnostic).empty());
  }
  for (const auto kind : {FragmentKind::expression, FragmentKind::query,
                          FragmentKind::partition_bound, FragmentKind::routine_body}) {
    const Fragment fragment(text, kind);
    static_cast<void>(fragment.node());
  }
}

TEST(RandomText, OfBytes) {
  Random random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text(below(random, 60), ' ');
    for (char& c : text) c = static_cast<char>(below(random, 256));
    expect_ordered_spans(text);
  }
}

constexpr std::array kPieces = {"select ",
                                "'",
                                "''",
                                "E'",
                                "\\",
                                "\"",
                                "$$",
                                "$a$",
                                "$1",
                                "(",
                                ")",
                                "[",
                                "]",
                                ";",
                                "--",
                                "\n",
                                "/*",
                                "*/",
                                "create ",
                                "or ",
                                "replace ",
                                "function f() ",
                                "begin ",
                                "atomic ",
                                "case ",
                                "end ",
                                "copy t ",
                                "from ",
                                "stdin ",
                                "\\.\n",
                                "\\i x\n",
                                "\\gexec\n",
                                "\\;",
                                "not ",
                                "in ",
                                "a",
                                ".",
                                ",",
                                "+",
                                "-",
                                "1",
                                "é",
                                "\r\n",
                                "U&'",
                                "table ",
                                "int ",
                                "default ",
                                "::",
                                "%type",
                                "-- pgplumb: x\n",
                                "/* pgplumb: y */"};

TEST(RandomText, OfTokens) {
  Random random(2);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = below(random, 30); left > 0; --left) {
      text += kPieces[below(random, kPieces.size())];
    }
    expect_ordered_spans(text);
  }
}

constexpr std::array kStatements = {
    "create table app.t (a int primary key, b text not null default 'x''y', check (a > 0));",
    "create function f(a int) returns int language sql begin atomic select case when a > 0 then 1 "
    "end; end;",
    "create view v as select a.*, count(*) over (partition by b) from t a join u using (id);",
    "do $x$ begin execute 'select 1'; end $x$;",
    "copy t (a) from stdin;\n1\t2\n\\.\n",
    "create index concurrently on t using gin ((a->>'b') jsonb_path_ops) where c is not null;",
    "alter table t attach partition p for values from (minvalue) to ('2020-01-01');",
    "grant select on all tables in schema public to \"Some one\" with grant option;"};

TEST(RandomText, OfChangedStatements) {
  Random random(3);
  for (int round = 0; round < 10'000; ++round) {
    std::string text;
    for (int i = 0; i < 2; ++i) text += kStatements[below(random, kStatements.size())];
    for (std::size_t edits = below(random, 4) + 1; edits > 0; --edits) {
      const std::size_t at = below(random, text.size());
      switch (below(random, 3)) {
        case 0: text.erase(at, below(random, 5) + 1); break;
        case 1: text.insert(at, kPieces[below(random, kPieces.size())]); break;
        default: text[at] = static_cast<char>(below(random, 256));
      }
      if (text.empty()) text = ";";
    }
    expect_ordered_spans(text);
  }
}

}  // namespace
}  // namespace pgplumb::sql
