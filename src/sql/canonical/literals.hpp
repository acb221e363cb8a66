// The text that a type's output function gives for what its input function read.
#pragma once

#include <string>

#include "sql/canonical/type_info.hpp"

namespace pgplumb::sql::canon {

struct NormalLiteral {
  std::string text;
  bool certain = false;  // false: `text` is as written, and the type might change it
};

// Only for what can be told without the type's code; regclass and the like need names: not here.
[[nodiscard]] NormalLiteral normal_literal(const TypeInfo& type, const std::string& raw);

// Parts of it, by type.
[[nodiscard]] NormalLiteral normal_interval(const std::string& raw);
[[nodiscard]] NormalLiteral normal_date(const std::string& raw);
[[nodiscard]] NormalLiteral normal_time(const std::string& raw);
[[nodiscard]] NormalLiteral normal_timestamp(const std::string& raw);
[[nodiscard]] NormalLiteral normal_timestamptz(const std::string& raw);
[[nodiscard]] NormalLiteral normal_jsonb(const std::string& raw);
[[nodiscard]] NormalLiteral normal_jsonpath(const std::string& raw);
[[nodiscard]] NormalLiteral normal_array(const TypeInfo& element, const std::string& raw);

}  // namespace pgplumb::sql::canon
