// A name that one side may leave to the server.
#pragma once

#include "schema/identifier.hpp"
#include "schema/verdict.hpp"

namespace pgplumb {

struct ChosenName {
  Identifier name;  // empty: left open; any name is right then

  [[nodiscard]] bool empty() const { return name.empty(); }
  bool operator==(const ChosenName&) const = default;
};

[[nodiscard]] inline Verdict compare_value(const ChosenName& current, const ChosenName& desired) {
  const bool open = current.empty() || desired.empty();
  return open || current == desired ? Verdict::equal : Verdict::different;
}

}  // namespace pgplumb
