#include "sql/deparse.hpp"

#include <gtest/gtest.h>

#include "sql/fragment.hpp"
#include "sql/parse.hpp"

namespace pgplumb::sql {
namespace {

struct Case {
  std::string text;
  std::string printed;
};

class DeparseExpression : public testing::TestWithParam<Case> {};

TEST_P(DeparseExpression, Prints) {
  const Fragment fragment(GetParam().text, FragmentKind::expression);
  ASSERT_NE(fragment.node(), nullptr) << GetParam().text;
  EXPECT_EQ(deparse_expression(fragment.node()), GetParam().printed);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, DeparseExpression,
    testing::Values(
        Case{"1", "1"}, Case{"a  +b", "a + b"}, Case{"(a+b)*c", "(a + b) * c"},
        Case{"a /* c */ is not null", "a IS NOT NULL"},
        Case{"x::character varying(40)", "x::varchar(40)"},
        Case{"'a' not /**/ in ('b')", "'a' NOT IN ('b')"}, Case{"(a and b)::int", "(a AND b)::int"},
        Case{"(a is null)::int", "(a IS NULL)::int"}, Case{"(a or b) is null", "(a OR b) IS NULL"},
        Case{"(a is null) is null", "(a IS NULL) IS NULL"},
        Case{"(a is distinct from b) is true", "(a IS DISTINCT FROM b) IS TRUE"},
        Case{"(not a) = any (b)", "(NOT a) = ANY(b)"}, Case{"(a = b) like c", "(a = b) LIKE c"},
        Case{"(a = b) in (c, d = e)", "(a = b) IN (c, d = e)"},
        Case{"a between (b = c) and d", "a BETWEEN (b = c) AND d"},
        Case{"(a = 1) in (select 1)", "(a = 1) IN (SELECT 1)"},
        Case{"(array[1, 2])[1]", "(ARRAY[1, 2])[1]"},
        Case{"a at time zone (b || c)", "a AT TIME ZONE (b || c)"},
        Case{"((a or b)::text = c) in (d)", "((a OR b)::text = c) IN (d)"},
        Case{"nextval('s'::regclass)", "nextval('s'::regclass)"}, Case{"(select 1)", "(SELECT 1)"},
        Case{"\"Select\".\"a b\"", "\"Select\".\"a b\""}));

// As deep as is read at all: what walks the tree afterwards must stand it.
TEST(Deparse, StandsTheDeepestExpression) {
  std::string text = "a";
  for (int i = 0; i < 2900; ++i) text += " + a";
  const Fragment fragment(text, FragmentKind::expression);
  ASSERT_NE(fragment.node(), nullptr);
  EXPECT_GE(deparse_expression(fragment.node()).size(), text.size());
  const Fragment deeper(text + text + text, FragmentKind::expression);
  EXPECT_EQ(deeper.node(), nullptr);
}

TEST(Deparse, KeepsNamesAndWordsApart) {
  const char* const text =
      "SELECT FROM a FOR UPDATE OF \"a\" NOWAIT FOR SHARE OF a, \"b\"\"c\" SKIP LOCKED";
  const Fragment query(text, FragmentKind::query);
  ASSERT_NE(query.node(), nullptr);
  EXPECT_EQ(deparse_query(query.node()), text);
  EXPECT_EQ(deparse_query(query.node()), text);
}

// As it is written, and once more: the tree is what it was.
TEST(Deparse, PrintsColumnsThatAreSetTogether) {
  const std::vector<std::string> texts = {
      "UPDATE t SET (a, c) = (1, 2)",
      "UPDATE t SET b = 'x', (a, c) = (1, 2)",
      "UPDATE t SET b = 'x', (a, c) = (SELECT 1, 2), d = 3",
      "UPDATE t SET (a, b) = (SELECT 1, 2), (c, d, e) = ROW(1, DEFAULT, 3), f = 4",
      "UPDATE t SET a = 1, (b[2], \"C\".d) = ROW(t.*), (e, f) = (SELECT 1, 2)",
      "UPDATE t SET a = 1, (b, c) = (SELECT FROM u FOR UPDATE OF \"u\" SKIP LOCKED)",
      "UPDATE t SET a = 1, (b, c) = (SELECT (x OR y)::text = z, (SELECT 1))",
      "WITH u AS (UPDATE t SET a = 1, (b, c) = (2, 3)) SELECT FROM u",
      "INSERT INTO t DEFAULT VALUES ON CONFLICT (k) DO UPDATE SET a = 1, (b, c) = (2, 3)",
      "MERGE INTO t USING u ON a = b WHEN MATCHED THEN UPDATE SET a = 1, (b, c) = (2, 3)"};
  for (const std::string& text : texts) {
    Diagnostics diagnostics;
    for_each_statement(std::make_shared<const SourceText>("f", text), diagnostics,
                       [&](const Statement& statement) {
                         EXPECT_EQ(deparse_statement(statement.node), text);
                         EXPECT_EQ(deparse_statement(statement.node), text);
                       });
    EXPECT_TRUE(diagnostics.empty()) << text;
  }
}

TEST(Deparse, PrintsQueriesAndStatements) {
  const Fragment query("with a as (values (1)) select * from a", FragmentKind::query);
  ASSERT_NE(query.node(), nullptr);
  EXPECT_EQ(deparse_query(query.node()), "WITH a AS (VALUES (1)) SELECT * FROM a");
  Diagnostics diagnostics;
  const auto source = std::make_shared<const SourceText>("f", "create table t(a int)");
  for_each_statement(source, diagnostics, [](const Statement& statement) {
    EXPECT_EQ(deparse_statement(statement.node), "CREATE TABLE t (a int)");
  });
}

}  // namespace
}  // namespace pgplumb::sql
