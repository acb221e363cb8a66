// Three values: equal, different, or can't tell from the text. Never a guess.
#pragma once

#include <cstdint>

#include "schema/enum.hpp"

namespace pgplumb {

PGPLUMB_ENUM(Verdict, equal, different, unknown)

// Of a whole from its parts: one different part decides, else one unknown part does.
constexpr Verdict operator&(Verdict left, Verdict right) {
  if (left == Verdict::different || right == Verdict::different) return Verdict::different;
  if (left == Verdict::unknown || right == Verdict::unknown) return Verdict::unknown;
  return Verdict::equal;
}

}  // namespace pgplumb
