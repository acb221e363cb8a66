#include "report/value_text.hpp"

#include <gtest/gtest.h>

namespace pgplumb::report {
namespace {

TEST(ShownValues, OneLine) {
  const ValuePair values = shown_values("", "a");
  EXPECT_EQ(values.current, "(none)");
  EXPECT_EQ(values.desired, "a");
  EXPECT_EQ(values.place, "");
}

TEST(ShownValues, TheFirstLineThatDiffers) {
  const ValuePair values = shown_values("begin\n  a;\nend", "begin\n  b;\nend");
  EXPECT_EQ(values.current, "\"  a;\"");
  EXPECT_EQ(values.desired, "\"  b;\"");
  EXPECT_EQ(values.place, "line 2");
  EXPECT_EQ(shown_values("a\nb", "a").desired, "(no line)");
  EXPECT_EQ(shown_values("a", "a\nb").current, "(no line)");
}

TEST(ShownValues, LongOnesAreCutBetweenCharacters) {
  std::string text(159, 'x');
  text += "äöü";
  const std::string shown = shown_values(text, "").current;
  EXPECT_EQ(shown, std::string(159, 'x') + "…");
}

}  // namespace
}  // namespace pgplumb::report
