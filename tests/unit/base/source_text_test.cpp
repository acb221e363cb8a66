#include "base/source_text.hpp"

#include <gtest/gtest.h>

namespace pgplumb {
namespace {

struct PositionCase {
  std::string text;
  std::size_t offset;
  std::size_t line, column;
  std::string line_text;
};

class SourceTextPosition : public testing::TestWithParam<PositionCase> {};

TEST_P(SourceTextPosition, IsLineAndColumn) {
  const PositionCase& c = GetParam();
  const SourceText source("a.sql", c.text);
  EXPECT_EQ(source.at_offset(c.offset), (LineColumn{c.line, c.column}));
  EXPECT_EQ(source.line_at(c.offset), c.line_text);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SourceTextPosition,
    testing::Values(PositionCase{"", 0, 1, 1, ""}, PositionCase{"ab", 0, 1, 1, "ab"},
                    PositionCase{"ab", 2, 1, 3, "ab"}, PositionCase{"ab", 99, 1, 3, "ab"},
                    PositionCase{"a\nbc", 1, 1, 2, "a"}, PositionCase{"a\nbc", 2, 2, 1, "bc"},
                    PositionCase{"a\nbc", 3, 2, 2, "bc"}, PositionCase{"a\n", 2, 2, 1, ""},
                    PositionCase{"a\r\nb", 3, 2, 1, "b"}, PositionCase{"a\r\nb", 0, 1, 1, "a"},
                    PositionCase{"é=1", 2, 1, 2, "é=1"}, PositionCase{"€€x", 6, 1, 3, "€€x"},
                    PositionCase{"\n\n\n", 2, 3, 1, ""}));

struct CharacterCase {
  std::string text;
  std::size_t base, characters, offset;
};

class SourceTextCharacter : public testing::TestWithParam<CharacterCase> {};

TEST_P(SourceTextCharacter, IsAByteOffset) {
  const CharacterCase& c = GetParam();
  EXPECT_EQ(SourceText("a.sql", c.text).offset_of_character(c.base, c.characters), c.offset);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SourceTextCharacter,
    testing::Values(CharacterCase{"abc", 0, 1, 0}, CharacterCase{"abc", 0, 3, 2},
                    CharacterCase{"abc", 1, 2, 2}, CharacterCase{"é€x", 0, 2, 2},
                    CharacterCase{"é€x", 0, 3, 5}, CharacterCase{"é€x", 2, 2, 5},
                    CharacterCase{"abc", 0, 99, 3}, CharacterCase{"abc", 99, 1, 3}));

TEST(SourceSpan, IsNowhereWithoutASource) {
  const SourceSpan nowhere;
  EXPECT_FALSE(nowhere.known());
  EXPECT_EQ(nowhere.label(), "");
}

TEST(SourceSpan, NamesFileLineAndColumn) {
  const auto source = std::make_shared<const SourceText>("dir/a.sql", "one\ntwo three\n");
  EXPECT_EQ((SourceSpan{source, 8, 13}.label()), "dir/a.sql:2:5");
}

}  // namespace
}  // namespace pgplumb
