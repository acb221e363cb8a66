#include "tests/acceptance/known_gaps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace pgplumb::acceptance {
namespace {

struct KnownGap {
  std::string_view suite;
  std::string_view name;
  std::string_view reason;
};

constexpr std::array<KnownGap, 0> kKnownGaps = {};

}  // namespace

void expect_none(const std::string& suite, const std::string& name, const Problems& problems) {
  const auto gap = std::find_if(kKnownGaps.begin(), kKnownGaps.end(), [&](const KnownGap& one) {
    return one.suite == suite && one.name == name;
  });
  if (gap != kKnownGaps.end()) {
    EXPECT_FALSE(problems.empty()) << "holds now; take it out of the known gaps: " << gap->reason;
    return;
  }
  for (const std::string& problem : problems) ADD_FAILURE() << name << ": " << problem;
}

}  // namespace pgplumb::acceptance
