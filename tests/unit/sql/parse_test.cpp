#include <gtest/gtest.h>

#include <thread>

#include "sql/deparse.hpp"
#include "sql/parse.hpp"
#include "sql/tree.hpp"

namespace pgplumb::sql {
namespace {

std::shared_ptr<const SourceText> source_of(const std::string& text) {
  return std::make_shared<const SourceText>("f.sql", text);
}

std::size_t count_statements(const std::string& text, Diagnostics& diagnostics) {
  std::size_t count = 0;
  for_each_statement(source_of(text), diagnostics, [&](const Statement&) { ++count; });
  return count;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

struct Case {
  const char* what;
  std::string text;
};

class Parse : public testing::TestWithParam<Case> {};

TEST_P(Parse, TakesOneStatement) {
  Diagnostics diagnostics;
  EXPECT_EQ(count_statements(GetParam().text, diagnostics), 1U) << GetParam().what;
  EXPECT_FALSE(diagnostics.has_errors())
      << GetParam().what << ": " << render(diagnostics.all().front());
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Parse,
    testing::Values(
        Case{"plain", "select 1"}, Case{"comment in NOT IN", "select 1 not /* c */ in (2)"},
        Case{"comment in NULLS FIRST", "select 1 order by 1 nulls -- c\n first"},
        Case{"comment between texts", "select 'a' -- c\n 'b'"},
        Case{"comment in WITH TIME", "create table t (a timestamp with /**/ time zone)"},
        Case{"comment beyond ASCII", "select /* é */ 'é' -- ü\n"},
        Case{"psql command within", "select \\echo x\n 1"}, Case{"CRLF", "select\r\n1;\r\n"},
        Case{"BOM", "\xEF\xBB\xBFselect 1;"},
        Case{"a rule's actions", "create rule r as on insert to t do (select 1; select 2)"},
        Case{"routine body",
             "create function f() returns int begin atomic select 1; select 2; end"},
        Case{"deprecated", "create global temp table t (a int)"},
        Case{"many conditions", "select " + repeated("a = 1 or ", 20'000) + "true"},
        Case{"many rows", "insert into t values " + repeated("(1, '2', 3 - 1),", 20'000) + "(1)"},
        Case{"deep rows", "insert into t select 1" + repeated(" union all select 1", 9'000)},
        Case{"many columns", "create table t (" +
                                 repeated("a numeric(10,2) default -1 not null, ", 5'000) +
                                 "b int)"}));

TEST(Parse, KeepsQuietOnStderr) {
  testing::internal::CaptureStderr();
  Diagnostics diagnostics;
  EXPECT_EQ(count_statements("create global temp table t (a int); select '\\'; x", diagnostics),
            2U);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

struct Wrong {
  const char* what;
  std::string text;
  std::string label;
  std::string message;
};

class ParseErrors : public testing::TestWithParam<Wrong> {};

TEST_P(ParseErrors, PointAtTheToken) {
  Diagnostics diagnostics;
  count_statements(GetParam().text, diagnostics);
  ASSERT_EQ(diagnostics.count(DiagnosticCode::syntax_error), 1U) << GetParam().what;
  const Diagnostic& error = diagnostics.all().back();
  EXPECT_EQ(error.span.label(), GetParam().label) << GetParam().what;
  EXPECT_EQ(error.message, GetParam().message) << GetParam().what;
}

TEST(ParseErrors, SayWhichSyntaxIsKnown) {
  Diagnostics diagnostics;
  count_statements("create table t (a int, b int generated always as (a) virtuell)", diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_NE(
      render(diagnostics.all().front()).find("note: the syntax known here is that of PostgreSQL "),
      std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, ParseErrors,
    testing::Values(
        Wrong{"word", "select 1;\n  selec 2;", "f.sql:2:3", "syntax error at or near \"selec\""},
        Wrong{"end", "select 1;\nselect (\n", "f.sql:2:9", "syntax error at end of input"},
        Wrong{"behind letters beyond ASCII", "select 'é€' as \"ü\" from from", "f.sql:1:25",
              "syntax error at or near \"from\""},
        Wrong{"behind a comment beyond ASCII", "select /* é€😀 */ from from", "f.sql:1:23",
              "syntax error at or near \"from\""},
        Wrong{"no psql command", "select 1 \\ 2", "f.sql:1:10", "syntax error at or near \"\\\""},
        Wrong{"escape", "select E'\\uD800'", "f.sql:1:16",
              "invalid Unicode surrogate pair at or near \"'\""},
        Wrong{"too deep", "select " + repeated("(", 5000) + "1" + repeated(")", 5000), "f.sql:1:1",
              "the statement nests expressions about 5001 levels deep; pgplumb reads up to 3000"},
        Wrong{"signs", "select " + repeated("- ", 5000) + "1", "f.sql:1:1",
              "the statement nests expressions about 5001 levels deep; pgplumb reads up to "
              "3000"}));

TEST(ParseErrors, DoNotStopTheWalk) {
  Diagnostics diagnostics;
  EXPECT_EQ(count_statements("a; select 1; b; select 2; \\x\nselect 'c", diagnostics), 2U);
  EXPECT_EQ(diagnostics.count(DiagnosticCode::syntax_error), 2U);
  EXPECT_EQ(diagnostics.count(DiagnosticCode::unterminated_text), 1U);
  EXPECT_EQ(diagnostics.count(DiagnosticCode::psql_command), 1U);
}

TEST(ParseErrors, OfEncodingAreOne) {
  Diagnostics diagnostics;
  EXPECT_EQ(count_statements("select '\xE9'; select '\xE8'; select 1", diagnostics), 1U);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "the byte 0xE9 is not UTF-8; save the file as UTF-8");
}

TEST(CheckSyntax, ReportsWhatParsingWould) {
  EXPECT_EQ(check_syntax(source_of("select 1; selec")).count(DiagnosticCode::syntax_error), 1U);
  EXPECT_TRUE(check_syntax(source_of("select 1;")).empty());
}

TEST(Statement, KnowsItsTextAndPlaces) {
  Diagnostics diagnostics;
  const auto source = source_of("select 1;\n-- pgplumb: x\n create /* é */ table t (a int);");
  std::vector<std::string> labels;
  for_each_statement(source, diagnostics, [&](const Statement& statement) {
    const auto* create = PGPLUMB_NODE_AS(statement.node, CreateStmt);
    if (create == nullptr) return;
    EXPECT_EQ(statement.text(), "create /* é */ table t (a int)");
    ASSERT_EQ(statement.directives->size(), 1U);
    EXPECT_EQ(statement.directives->front().text, "x");
    labels.push_back(statement.at(create->relation->location).label());
    labels.push_back(statement.at(-1).label());
  });
  EXPECT_EQ(labels, (std::vector<std::string>{"f.sql:3:23", "f.sql:3:2"}));
}

TEST(Statement, VisitsMayNestAndThrow) {
  Diagnostics diagnostics;
  std::vector<std::string> texts;
  const auto visit = [&](const Statement& outer) {
    for_each_statement(source_of("select 3; select 4"), diagnostics, [&](const Statement& inner) {
      texts.push_back(deparse_statement(inner.node));
    });
    texts.push_back(deparse_statement(outer.node));
    if (texts.size() > 3) throw std::runtime_error("enough");
  };
  EXPECT_THROW(for_each_statement(source_of("select 1; select 2"), diagnostics, visit),
               std::runtime_error);
  EXPECT_EQ(texts, (std::vector<std::string>{"SELECT 3", "SELECT 4", "SELECT 1", "SELECT 3",
                                             "SELECT 4", "SELECT 2"}));
}

TEST(Statement, ThreadsDoNotMeet) {
  const auto work = [] {
    for (int i = 0; i < 200; ++i) {
      Diagnostics diagnostics;
      EXPECT_EQ(count_statements("select 1; create table t (a int); x", diagnostics), 2U);
    }
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
}

}  // namespace
}  // namespace pgplumb::sql
