// Enumerations whose names are needed at run time (reports, snapshots): one list, generated uses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pgplumb::detail {

// The `index`-th name of a comma separated list; one trailing '_' (keyword escape) is dropped.
constexpr std::string_view enumerator_name(std::string_view list, std::size_t index) {
  for (; index > 0; --index) list.remove_prefix(list.find(',') + 1);
  while (!list.empty() && list.front() == ' ') list.remove_prefix(1);
  std::string_view name = list.substr(0, list.find(','));
  if (!name.empty() && name.back() == '_') name.remove_suffix(1);
  return name;
}

constexpr std::size_t enumerator_count(std::string_view list) {
  std::size_t count = 1;
  for (const char c : list) count += c == ',' ? 1 : 0;
  return count;
}

}  // namespace pgplumb::detail

// Declares `enum class Name`, name_of(Name) and from_name(text, Name&). Enumerators count from 0.
#define PGPLUMB_ENUM(Name, ...)                                                               \
  enum class Name : std::uint8_t { __VA_ARGS__ };                                             \
  constexpr std::string_view name_of(Name value) {                                            \
    return ::pgplumb::detail::enumerator_name(#__VA_ARGS__, static_cast<std::size_t>(value)); \
  }                                                                                           \
  constexpr bool from_name(std::string_view text, Name& value) {                              \
    for (std::size_t i = 0; i < ::pgplumb::detail::enumerator_count(#__VA_ARGS__); ++i) {     \
      if (::pgplumb::detail::enumerator_name(#__VA_ARGS__, i) != text) continue;              \
      value = static_cast<Name>(i);                                                           \
      return true;                                                                            \
    }                                                                                         \
    return false;                                                                             \
  }
