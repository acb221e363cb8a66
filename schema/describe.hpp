// Values of fields for people: reports, drift, plan headers. One overload set for all kinds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "schema/chosen_name.hpp"
#include "schema/expression.hpp"
#include "schema/fields.hpp"
#include "schema/identifier.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb {

[[nodiscard]] inline std::string describe(const std::string& value) { return value; }
[[nodiscard]] inline std::string describe(const Identifier& value) { return value.text(); }
[[nodiscard]] inline std::string describe(const ChosenName& value) { return value.name.text(); }
[[nodiscard]] inline std::string describe(const QualifiedName& value) {
  return value.empty() ? "" : shown(value);
}
[[nodiscard]] inline std::string describe(const TypeRef& value) {
  return value.empty() ? "" : format_type(value);
}
[[nodiscard]] inline std::string describe(const Expression& value) { return value.text; }
[[nodiscard]] inline std::string describe(bool value) { return value ? "yes" : "no"; }
[[nodiscard]] inline std::string describe(int value) { return std::to_string(value); }
[[nodiscard]] inline std::string describe(std::int64_t value) { return std::to_string(value); }

template <typename T>
requires std::is_enum_v<T>
[[nodiscard]] std::string describe(T value) {
  std::string text(name_of(value));
  for (char& c : text) c = c == '_' ? ' ' : c;
  return text;
}

template <HasFields T>
[[nodiscard]] std::string describe(const T& value);
template <typename T>
[[nodiscard]] std::string describe(const std::vector<T>& values);

template <typename T>
[[nodiscard]] std::string describe(const std::optional<T>& value) {
  return value ? describe(*value) : std::string();
}

template <typename T>
[[nodiscard]] std::string describe(const std::vector<T>& values) {
  std::string text;
  for (const T& value : values) {
    if (!text.empty()) text += ", ";
    text += describe(value);
  }
  return text;
}

// "column a, descending yes": only fields that differ from a default-made T.
template <HasFields T>
[[nodiscard]] std::string describe(const T& value) {
  std::string text;
  const T blank{};
  for_each_field<T>([&](auto field, std::size_t) {
    const std::string now = describe(value.*(field.member));
    if (now == describe(blank.*(field.member))) return;
    if (!text.empty()) text += " ";
    text.append(field.name).append(" ").append(now);
  });
  return text;
}

}  // namespace pgplumb
