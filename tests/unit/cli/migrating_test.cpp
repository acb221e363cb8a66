#include "cli/migrating.hpp"

#include <gtest/gtest.h>

#include "cli/connecting.hpp"
#include "cli/progress.hpp"

namespace pgplumb::cli {
namespace {

using std::chrono::milliseconds;

TEST(Wait, IsReadInSecondsUnlessAUnitIsGiven) {
  struct Case {
    const char* text;
    std::int64_t milliseconds;  // -1 = no time
  };
  for (const Case& one :
       {Case{"0", 0}, Case{"60", 60'000}, Case{"500ms", 500}, Case{"2s", 2000},
        Case{"10min", 600'000}, Case{"1h", 3'600'000}, Case{"", -1}, Case{"soon", -1},
        Case{"5 s", -1}, Case{"-1s", -1}, Case{"99999999999s", -1}}) {
    const auto wait = parse_wait(one.text);
    EXPECT_EQ(wait ? wait->count() : -1, one.milliseconds) << one.text;
  }
}

TEST(Duration, IsShownShort) {
  EXPECT_EQ(shown_duration(milliseconds(0)), "0 ms");
  EXPECT_EQ(shown_duration(milliseconds(999)), "999 ms");
  EXPECT_EQ(shown_duration(milliseconds(1500)), "1.5 s");
  EXPECT_EQ(shown_duration(milliseconds(125'000)), "2 min 5 s");
}

}  // namespace
}  // namespace pgplumb::cli
