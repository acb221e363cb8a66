// What the texts of literals are made of.
#pragma once

#include <string_view>

namespace pgplumb::sql::canon {

// What the input functions of the types skip, and what they count with.
inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace pgplumb::sql::canon
