#include "base/letters.hpp"

#include <gtest/gtest.h>

namespace pgplumb {
namespace {

TEST(Letters, OfAsciiAreFoldedAndNoOthers) {
  EXPECT_EQ(lowered("AZaz09_$[@`{"), "azaz09_$[@`{");
  EXPECT_EQ(lowered("\u00c4\u0130"), "\u00c4\u0130");
  EXPECT_EQ(lowered('Q'), 'q');
}

}  // namespace
}  // namespace pgplumb
