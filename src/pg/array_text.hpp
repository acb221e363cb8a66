// PostgreSQL's text form of one-dimensional arrays and of its vectors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::pg {

using ArrayElements = std::vector<std::optional<std::string>>;

// Reads {a,"b c",NULL,"with \" and \\"} (an explicit lower bound "[0:2]=" is read over); NULL is
// nullopt, "NULL" in quotes is text. Nothing when the text is no such array; nested arrays are not
// one.
[[nodiscard]] std::optional<ArrayElements> parse_array(std::string_view text);

// Reads {1,2,3} and "1 2 3" (int2vector, oidvector). Nothing for NULL elements and non-integers.
[[nodiscard]] std::optional<std::vector<std::int64_t>> parse_integers(std::string_view text);

// The text form of a text[] parameter, every element quoted.
[[nodiscard]] std::string format_array(const std::vector<std::string>& elements);

}  // namespace pgplumb::pg
