#include "base/assert.hpp"

#include <gtest/gtest.h>

namespace pgplumb {
namespace {

TEST(AssertDeathTest, SaysWhatDoesNotHold) {
  PGPLUMB_ASSERT(1 + 1 == 2);
  EXPECT_DEATH(PGPLUMB_ASSERT(1 + 1 == 3), "internal error: 1 \\+ 1 == 3 does not hold");
}

}  // namespace
}  // namespace pgplumb
