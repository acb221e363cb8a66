// Names as SQL text, the way the server prints them with an empty search path.
#pragma once

#include <string>
#include <string_view>

#include "base/characters.hpp"
#include "schema/identifier.hpp"
#include "schema/quote.hpp"

namespace pgplumb::sql::canon {

[[nodiscard]] inline std::string quoted_name(std::string_view identifier) {
  return quote_identifier(identifier);
}

// Names in pg_catalog stand alone.
[[nodiscard]] inline std::string quoted_name(std::string_view space, std::string_view name) {
  if (space.empty() || space == "pg_catalog") return quoted_name(name);
  return quoted_name(space) + "." + quoted_name(name);
}

// A name that is taken already gets a number, which it gives way to where both are too long.
[[nodiscard]] inline std::string numbered_name(const std::string& name, int number) {
  const std::string suffix = "_" + std::to_string(number);
  return clipped(name, kMaxNameBytes - suffix.size()) + suffix;
}

}  // namespace pgplumb::sql::canon
