#include "parse/block_conditions.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace pgplumb::parse {
namespace {

// "sqlstate '42710'" -> "42710"; "" for a condition's name.
std::string state_of(const std::string& condition) {
  constexpr std::string_view kPrefix = "sqlstate '";
  if (!condition.starts_with(kPrefix)) return {};
  return condition.substr(kPrefix.size(), 5);
}

bool is_one_of(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_duplicate(const std::string& condition) {
  const std::string state = state_of(condition);
  return condition.starts_with("duplicate_") ||
         is_one_of(state, {"42710", "42P07", "42701", "42723", "42P06", "42P04"}) ||
         condition == "invalid_table_definition" || state == "42P16";
}

bool is_undefined(const std::string& condition) {
  return condition.starts_with("undefined_") || condition == "invalid_schema_name" ||
         is_one_of(state_of(condition), {"42704", "42P01", "42703", "42883", "3F000"});
}

bool takes(const std::string& condition, const std::optional<DiagnosticCode>& failure) {
  if (condition == "others") return true;
  if (!failure) return condition == "raise_exception" || state_of(condition) == "P0001";
  switch (*failure) {
    case DiagnosticCode::duplicate_object: return is_duplicate(condition);
    case DiagnosticCode::unresolved_name: return is_undefined(condition);
    case DiagnosticCode::wrong_object_kind:
      return is_one_of(condition, {"wrong_object_type", "sqlstate '42809'"});
    case DiagnosticCode::dependent_objects:
      return is_one_of(condition, {"dependent_objects_still_exist", "sqlstate '2BP01'"});
    default: return false;
  }
}

}  // namespace

const PlHandler* handler_for(const std::vector<PlHandler>& handlers,
                             const std::optional<DiagnosticCode>& failure) {
  for (const PlHandler& handler : handlers) {
    const auto& conditions = handler.conditions;
    const bool found = std::any_of(conditions.begin(), conditions.end(),
                                   [&](const std::string& c) { return takes(c, failure); });
    if (found) return &handler;
  }
  return nullptr;
}

bool catches_data_errors(const PlHandler& handler) {
  return std::any_of(
      handler.conditions.begin(), handler.conditions.end(), [](const auto& condition) {
        const bool of_the_schema =
            is_duplicate(condition) || is_undefined(condition) ||
            is_one_of(condition, {"wrong_object_type", "insufficient_privilege",
                                  "feature_not_supported", "sqlstate '42501'", "sqlstate '42809'"});
        return !of_the_schema;
      });
}

}  // namespace pgplumb::parse
