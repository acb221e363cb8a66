// ASCII letters, as the server folds them in names, keywords and settings: all other characters
// stay.
#pragma once

#include <algorithm>
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

// Whether `part` stands anywhere in the text, in letters of any case.
[[nodiscard]] inline bool mentions(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return lowered(a) == lowered(b); };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

}  // namespace pgplumb
