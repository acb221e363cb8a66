// Values of fields in a line of text.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb::report {

// A pair of values, cut down to what tells them apart.
struct ValuePair {
  std::string current;
  std::string desired;
  std::string place;  // "line 3" of values with several lines; "" otherwise
};

// Printable, "(none)" for nothing; of texts with several lines, the first line that differs.
[[nodiscard]] ValuePair shown_values(std::string_view current, std::string_view desired);

// "not_null" as people write it: "not null".
[[nodiscard]] std::string words_of(std::string_view field);

}  // namespace pgplumb::report
