// schema/quote.hpp against the grammar that reads it back.
#include "schema/quote.hpp"

#include <gtest/gtest.h>

#include "sql/fragment.hpp"

namespace pgplumb::sql {
namespace {

constexpr const char* kKeywords[] = {
#include "schema/keywords.inc"
};

struct Case {
  std::string name;
  std::string quoted;
};

class QuoteIdentifier : public testing::TestWithParam<Case> {};

TEST_P(QuoteIdentifier, QuotesWhatNeedsIt) {
  EXPECT_EQ(quote_identifier(GetParam().name), GetParam().quoted);
}

INSTANTIATE_TEST_SUITE_P(
    Names, QuoteIdentifier,
    testing::Values(Case{"a", "a"}, Case{"_a1", "_a1"}, Case{"A", "\"A\""}, Case{"1a", "\"1a\""},
                    Case{"a b", "\"a b\""}, Case{"a\"b", "\"a\"\"b\""}, Case{"", "\"\""},
                    Case{"é", "\"é\""}, Case{"a$", "\"a$\""}, Case{"select", "\"select\""},
                    Case{"int", "\"int\""}, Case{"left", "\"left\""}, Case{"name", "name"},
                    Case{"type", "type"}, Case{"user", "\"user\""}, Case{"a-b", "\"a-b\""}));

// Names that the grammar reads at every place where one can stand.
void expect_read_back(const std::string& name) {
  const std::string quoted = quote_identifier(name);
  const Fragment query("select " + quoted + " from " + quoted, FragmentKind::query);
  const auto* select = PGPLUMB_NODE_AS(query.node(), SelectStmt);
  ASSERT_NE(select, nullptr) << quoted;
  const auto* relation = PGPLUMB_NODE_AS(items<Node>(select->fromClause)[0], RangeVar);
  ASSERT_NE(relation, nullptr) << quoted;
  EXPECT_EQ(text_of(relation->relname), name);
  const auto* column = PGPLUMB_NODE_AS(items<ResTarget>(select->targetList)[0]->val, ColumnRef);
  ASSERT_NE(column, nullptr) << quoted;
  EXPECT_EQ(string_of(items<Node>(column->fields)[0]), name);
}

TEST(QuoteIdentifier, IsReadBack) {
  for (const char* keyword : kKeywords) {
    EXPECT_EQ(quote_identifier(keyword), "\"" + std::string(keyword) + "\"");
    expect_read_back(keyword);
  }
  for (const char* name : {"abort", "Zeit", "über", "a\"b", "a'b", "$a", "a;b", "--"}) {
    expect_read_back(name);
  }
}

TEST(QuoteQualified, LeavesAnEmptyNamespaceOut) {
  EXPECT_EQ(quote_qualified(qualified("app", "Order")), "app.\"Order\"");
  EXPECT_EQ(quote_qualified(qualified("", "order")), "\"order\"");
}

TEST(QuoteLiteral, IsReadBack) {
  EXPECT_EQ(quote_literal("a"), "'a'");
  EXPECT_EQ(quote_literal("it's"), "'it''s'");
  EXPECT_EQ(quote_literal("a\\b'c"), "E'a\\\\b''c'");
  for (const char* text : {"", "a", "'", "''", "\\", "\\'", "a\nb", "$$", "é"}) {
    const Fragment fragment(quote_literal(text), FragmentKind::expression);
    const auto* constant = PGPLUMB_NODE_AS(fragment.node(), A_Const);
    ASSERT_NE(constant, nullptr) << text;
    EXPECT_EQ(text_of(constant->val.sval.sval), text);
  }
}

}  // namespace
}  // namespace pgplumb::sql
