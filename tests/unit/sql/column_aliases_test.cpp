#include "sql/column_aliases.hpp"

#include <gtest/gtest.h>

namespace pgplumb::sql {
namespace {

const ObjectId kBook = object_id(ObjectKind::relation, qualified("public", "book"));

Catalog of_books() {
  Catalog catalog = empty_database();
  catalog.put(kBook, Relation{});
  int position = 0;
  for (const char* column : {"id", "title", "year"}) {
    Attribute attribute;
    attribute.position = ++position;
    catalog.put(part_of(kBook, ObjectKind::attribute, Identifier(column)), attribute);
  }
  return catalog;
}

// With the first column at the end.
std::string reordered(const std::string& query) {
  Expression expression;
  expression.text = query;
  expression.search_path = std::make_shared<const SearchPath>(SearchPath{"public"});
  reorder_column_aliases(expression, {ExpressionRole::view_query, {}, {}}, kBook,
                         {Identifier("title"), Identifier("year"), Identifier("id")}, of_books());
  return expression.text;
}

TEST(ColumnAliases, NamesFollowTheColumns) {
  EXPECT_EQ(reordered("SELECT b.one, count(*) FROM book b(one, two, three)"),
            "SELECT b.one, count(*) FROM book b(two, three, one)");
  EXPECT_EQ(reordered("SELECT b.one FROM public.book AS b ( one )"),
            "SELECT b.one FROM public.book AS b (title, year, one)");
}

TEST(ColumnAliases, NamesThatSayNothingGo) {
  EXPECT_EQ(reordered("SELECT b.two FROM book b(id, two)"), "SELECT b.two FROM book b(two)");
  EXPECT_EQ(reordered("SELECT b.id FROM book b(id) WHERE (true)"),
            "SELECT b.id FROM book b WHERE (true)");
}

TEST(ColumnAliases, OthersStay) {
  for (const char* query : {"SELECT book.id FROM book", "SELECT * FROM book b(one, two)",
                            "SELECT b.one FROM other.book b(one)",
                            "WITH book(x) AS (SELECT 1) SELECT b.one FROM book b(one)"}) {
    EXPECT_EQ(reordered(query), query);
  }
}

}  // namespace
}  // namespace pgplumb::sql
