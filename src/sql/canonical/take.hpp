// Reading the lines of the generated tables.
#pragma once

#include <string_view>

namespace pgplumb::sql::canon {

// What stands before the separator, or all; it and the separator are taken off `text`.
inline std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

}  // namespace pgplumb::sql::canon
