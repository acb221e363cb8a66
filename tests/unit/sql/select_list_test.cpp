#include "sql/select_list.hpp"

#include <gtest/gtest.h>

namespace pgplumb::sql {
namespace {

TEST(SelectList, AnotherOrderIsToldFromAnotherQuery) {
  EXPECT_TRUE(differ_in_column_order("SELECT a, b AS c FROM t", "SELECT b AS c, a FROM t"));
  EXPECT_FALSE(differ_in_column_order("SELECT a, b FROM t", "SELECT a, b FROM t"));
  EXPECT_FALSE(differ_in_column_order("SELECT a, b FROM t", "SELECT b, a FROM u"));
  EXPECT_FALSE(differ_in_column_order("SELECT a AS x, b FROM t", "SELECT b, a AS y FROM t"));
  EXPECT_FALSE(
      differ_in_column_order("SELECT a FROM t WHERE b AND c", "SELECT a FROM t WHERE c AND b"));
  EXPECT_FALSE(
      differ_in_column_order("SELECT 1, 2 UNION SELECT 3, 4", "SELECT 2, 1 UNION SELECT 3, 4"));
  // What stands before the columns counts, too.
  EXPECT_FALSE(differ_in_column_order("SELECT a, b FROM t", "SELECT DISTINCT a, b FROM t"));
  EXPECT_FALSE(differ_in_column_order("SELECT DISTINCT ON (a) a, b FROM t",
                                      "SELECT DISTINCT ON (b) a, b FROM t"));
  EXPECT_TRUE(differ_in_column_order("SELECT DISTINCT a, b FROM t", "SELECT DISTINCT b, a FROM t"));
  EXPECT_FALSE(differ_in_column_order("no query", "query no"));
}

}  // namespace
}  // namespace pgplumb::sql
