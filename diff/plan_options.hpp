// What a user can choose about a plan.
#pragma once

#include <cstdint>

#include "diff/compare.hpp"

namespace pgplumb::diff {

// What to do about a field of which nobody knows whether it differs.
enum class UnknownFields : std::uint8_t {
  change,  // as if it differed: the result is right, the statement may have been superfluous
  leave,   // as if it were equal
};

struct PlanOptions {
  CompareOptions compare;
  UnknownFields unknown_fields = UnknownFields::change;
  int server_version = 150000;  // of the server that runs the plan: decides between forms
  bool fold = true;  // parts into their table's CREATE TABLE; without: the same in more statements
};

}  // namespace pgplumb::diff
