#include "sql/output_name.hpp"

#include <gtest/gtest.h>

#include "sql/fragment.hpp"

namespace pgplumb::sql {
namespace {

struct Case {
  const char* expression;
  const char* name;
};

class OutputNames : public ::testing::TestWithParam<Case> {};

// The names were read from a server: select * from (select EXPRESSION) x.
TEST_P(OutputNames, AreTheServers) {
  const Fragment fragment(GetParam().expression, FragmentKind::expression);
  EXPECT_EQ(output_name(fragment.node()).name, GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, OutputNames,
    ::testing::Values(
        Case{"a.b", "b"}, Case{"(r).field", "field"}, Case{"lower(a)", "lower"},
        Case{"pg_catalog.lower(a)", "lower"}, Case{"a + 1", "?column?"}, Case{"'x'::text", "text"},
        Case{"a::text", "a"}, Case{"(a + 1)::int", "int4"}, Case{"a collate \"C\"", "a"},
        Case{"case when a then b end", "case"}, Case{"case when a then 1 else b end", "b"},
        Case{"case when a then 1 else 1::text end", "case"}, Case{"(select x from t)", "x"},
        Case{"(select 1 + 1)", "?column?"}, Case{"(values (1))", "column1"},
        Case{"array(select 1)", "array"}, Case{"exists (select 1)", "exists"},
        Case{"array[1]", "array"}, Case{"row(1, 2)", "row"}, Case{"coalesce(a, b)", "coalesce"},
        Case{"greatest(a, b)", "greatest"}, Case{"least(a, b)", "least"},
        Case{"nullif(a, b)", "nullif"}, Case{"current_date", "current_date"},
        Case{"current_user", "current_user"}, Case{"xmlelement(name a)", "xmlelement"},
        Case{"xmlserialize(content a as text)", "xmlserialize"}, Case{"a[1]", "a"},
        Case{"(select a from t)::int", "a"}));

TEST(ImpliedName, IsNothingWhereThereIsNone) {
  const Fragment fragment("a || b", FragmentKind::expression);
  EXPECT_FALSE(implied_name(fragment.node()).has_value());
}

}  // namespace
}  // namespace pgplumb::sql
