#include "base/characters.hpp"

#include <gtest/gtest.h>

namespace pgplumb {
namespace {

TEST(Printable, LeavesWhatIsSeen) {
  EXPECT_EQ(printable("plain é €😀 日本"), "plain é €😀 日本");
  EXPECT_EQ(printable(""), "");
}

TEST(Printable, ShowsControlCharacters) {
  EXPECT_EQ(printable("a\nb\x1b\x7f"), "a\\x0ab\\x1b\\x7f");
  EXPECT_EQ(printable("\u009b"
                      "2J\u0085"),
            "\\u009b2J\\u0085");
}

TEST(Printable, ShowsWhatHidesOrTurnsText) {
  EXPECT_EQ(printable("a\u202eb\u2066\u200f"), "a\\u202eb\\u2066\\u200f");
  EXPECT_EQ(printable("\u200b\ufeff\u2028\u2029"), "\\u200b\\ufeff\\u2028\\u2029");
  EXPECT_EQ(printable("\U000e0041"), "\\U000e0041");
}

TEST(Printable, ShowsBytesThatAreNoUtf8) {
  EXPECT_EQ(printable("caf\xE9 \xC2"), "caf\\xe9 \\xc2");
  EXPECT_EQ(printable("\xED\xA0\x80"), "\\xed\\xa0\\x80");
}

}  // namespace
}  // namespace pgplumb
