#include "sql/fragment.hpp"

#include <gtest/gtest.h>

namespace pgplumb::sql {
namespace {

struct Case {
  std::string text;
  FragmentKind kind;
  bool parses;
};

class Fragments : public testing::TestWithParam<Case> {};

TEST_P(Fragments, ParseAsWhatTheyAre) {
  const Fragment fragment(GetParam().text, GetParam().kind);
  EXPECT_EQ(fragment.node() != nullptr, GetParam().parses) << GetParam().text;
}

const auto kExpression = FragmentKind::expression;
const auto kQuery = FragmentKind::query;
const auto kBound = FragmentKind::partition_bound;
const auto kBody = FragmentKind::routine_body;

INSTANTIATE_TEST_SUITE_P(
    Texts, Fragments,
    testing::Values(Case{"a > 0", kExpression, true}, Case{"(a > 0)", kExpression, true},
                    Case{"a > 0 -- why\n", kExpression, true}, Case{"", kExpression, false},
                    Case{"a, b", kExpression, false}, Case{"a b", kExpression, false},
                    Case{"a from b", kExpression, false}, Case{"a where b", kExpression, false},
                    Case{"a; b", kExpression, false}, Case{"a -- ;\n; b", kExpression, false},
                    Case{"a >", kExpression, false}, Case{"'a", kExpression, false},
                    Case{"a 'b -- c", kExpression, false}, Case{"1 limit 1", kExpression, false},
                    Case{std::string(9000, '(') + "1" + std::string(9000, ')'), kExpression, false},
                    Case{std::string("a\0b", 3), kExpression, false},
                    Case{"select 1", kQuery, true}, Case{"values (1)", kQuery, true},
                    Case{"with a as (select 1) table a", kQuery, true},
                    Case{"(select 1) union all select 2", kQuery, true},
                    Case{"select 1; select 2", kQuery, false}, Case{"delete from t", kQuery, false},
                    Case{"DEFAULT", kBound, true}, Case{"FOR VALUES IN (1, NULL)", kBound, true},
                    Case{"FOR VALUES FROM (MINVALUE) TO ('a', MAXVALUE)", kBound, true},
                    Case{"FOR VALUES WITH (modulus 4, remainder 1)", kBound, true},
                    Case{"FOR VALUES", kBound, false}, Case{"RETURN 1 + 1", kBody, true},
                    Case{"BEGIN ATOMIC SELECT 1; END", kBody, true},
                    Case{"BEGIN ATOMIC END", kBody, true}, Case{"AS 'select 1'", kBody, false}));

TEST(FragmentOffset, CountsFromTheText) {
  const Fragment bound("FOR VALUES IN (x)", kBound);
  const auto* spec = PGPLUMB_NODE_AS(bound.node(), PartitionBoundSpec);
  ASSERT_NE(spec, nullptr);
  const auto* column = PGPLUMB_NODE_AS(items<Node>(spec->listdatums)[0], ColumnRef);
  ASSERT_NE(column, nullptr);
  EXPECT_EQ(bound.offset_of(column->location), 15U);
  const Fragment expression(" /* é */ abc", kExpression);
  const auto* name = PGPLUMB_NODE_AS(expression.node(), ColumnRef);
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(expression.offset_of(name->location), 10U);
}

}  // namespace
}  // namespace pgplumb::sql
