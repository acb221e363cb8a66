// Names as SQL text, the way the server prints them with an empty search path.
#pragma once

#include <string>
#include <string_view>

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

}  // namespace pgplumb::sql::canon
