// Type modifiers (pg_attribute.atttypmod) to the text between a type's parentheses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pgplumb::introspect {

// Of a built-in type by its pg_type.typname ("varchar", "numeric", "interval" …): "40", "10,2",
// "day to second(3)". "" where the type has none or `typmod` is -1.
[[nodiscard]] std::string builtin_type_modifiers(std::string_view typname, std::int64_t typmod);

// From format_type's text of any type: "public.geometry(Point,4326)[]" -> "Point,4326".
[[nodiscard]] std::string formatted_type_modifiers(std::string_view formatted);

}  // namespace pgplumb::introspect
