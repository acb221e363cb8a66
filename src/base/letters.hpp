// ASCII letters, as the server folds them in names, keywords and settings: all other characters
// stay.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

[[nodiscard]] constexpr char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string lowered(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = lowered(c);
  return low;
}

}  // namespace pgplumb
