#include "pg/array_text.hpp"

#include <gtest/gtest.h>

namespace pgplumb::pg {
namespace {

struct ArrayCase {
  std::string text;
  std::optional<ArrayElements> elements;
};

TEST(ParseArray, Table) {
  const std::vector<ArrayCase> cases = {
      {"{}", ArrayElements{}},
      {"{a}", ArrayElements{"a"}},
      {"{a,b c,NULL}", ArrayElements{"a", "b c", std::nullopt}},
      {"{null,\"NULL\",\"\"}", ArrayElements{std::nullopt, "NULL", ""}},
      {R"({"a,b","c}d","e{f"})", ArrayElements{"a,b", "c}d", "e{f"}},
      {R"({"a\"b","c\\d"})", ArrayElements{"a\"b", "c\\d"}},
      {"[0:1]={x,y}", ArrayElements{"x", "y"}},
      {"{\"line\nfeed\",é}", ArrayElements{"line\nfeed", "é"}},
      {"", std::nullopt},
      {"{", std::nullopt},
      {"{a", std::nullopt},
      {"{a,}", std::nullopt},
      {"{\"a}", std::nullopt},
      {"{\"a\\", std::nullopt},
      {"{a\\", std::nullopt},
      {"{a}b", std::nullopt},
      {"{{a},{b}}", std::nullopt},
      {"a,b", std::nullopt},
  };
  for (const ArrayCase& c : cases) EXPECT_EQ(parse_array(c.text), c.elements) << c.text;
}

TEST(ParseIntegers, Table) {
  using Integers = std::vector<std::int64_t>;
  EXPECT_EQ(parse_integers("{1,-2,3}"), (Integers{1, -2, 3}));
  EXPECT_EQ(parse_integers("1 2 0"), (Integers{1, 2, 0}));
  EXPECT_EQ(parse_integers("[0:1]={4,5}"), (Integers{4, 5}));
  EXPECT_EQ(parse_integers("{}"), Integers{});
  EXPECT_EQ(parse_integers(""), Integers{});
  for (const char* text :
       {"{1,NULL}", "{1", "{1,}", "1 x", "{1;2}", "1 ", "{99999999999999999999}"}) {
    EXPECT_EQ(parse_integers(text), std::nullopt) << text;
  }
}

TEST(FormatArray, ReadsBackEqual) {
  const std::vector<std::string> elements = {"", "NULL", "a,b", "\"", "\\", "{}", " x "};
  const auto again = parse_array(format_array(elements));
  ASSERT_TRUE(again);
  ASSERT_EQ(again->size(), elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) EXPECT_EQ((*again)[i], elements[i]);
  EXPECT_EQ(format_array({}), "{}");
}

}  // namespace
}  // namespace pgplumb::pg
