#include "diff/type_change.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgplumb::diff {
namespace {

enum class Family : std::uint8_t { none, number, text, moment, bits, json, network };

struct BuiltinType {
  std::string_view name;
  Family family;
  int rank;  // within the family: values of a lower rank fit into a higher one
};

constexpr std::array kTypes = {
    BuiltinType{"int2", Family::number, 1},        BuiltinType{"int4", Family::number, 2},
    BuiltinType{"int8", Family::number, 3},        BuiltinType{"numeric", Family::number, 4},
    BuiltinType{"text", Family::text, 3},          BuiltinType{"varchar", Family::text, 3},
    BuiltinType{"bpchar", Family::text, 2},        BuiltinType{"name", Family::text, 1},
    BuiltinType{"date", Family::moment, 1},        BuiltinType{"timestamp", Family::moment, 2},
    BuiltinType{"timestamptz", Family::moment, 2}, BuiltinType{"bit", Family::bits, 1},
    BuiltinType{"varbit", Family::bits, 2},        BuiltinType{"json", Family::json, 1},
    BuiltinType{"jsonb", Family::json, 1},         BuiltinType{"cidr", Family::network, 1},
    BuiltinType{"inet", Family::network, 2}};

const BuiltinType* builtin(const TypeRef& type) {
  if (type.name.space.text() != "pg_catalog") return nullptr;
  const auto* found = std::find_if(kTypes.begin(), kTypes.end(), [&](const BuiltinType& known) {
    return known.name == type.name.name.text();
  });
  return found == kTypes.end() ? nullptr : found;
}

std::vector<int> numbers_of(const std::string& modifiers) {
  std::vector<int> numbers;
  const char* at = modifiers.data();
  const char* const end = at + modifiers.size();
  while (at < end) {
    int value = 0;
    const auto [next, error] = std::from_chars(at, end, value);
    if (error != std::errc()) return {};
    numbers.push_back(value);
    at = next < end ? next + 1 : end;
  }
  return numbers;
}

// Whether every value under `current` modifiers fits, unchanged, under `desired` ones.
bool modifiers_widen(std::string_view name, const std::string& current,
                     const std::string& desired) {
  if (desired.empty()) return true;
  const auto before = numbers_of(current);
  const auto after = numbers_of(desired);
  if (before.empty() || after.empty()) return false;
  if (name == "numeric") {
    if (before.size() != 2 || after.size() != 2) return false;
    return after[1] == before[1] && after[0] >= before[0];
  }
  return before.size() == after.size() && after[0] >= before[0];
}

// bpchar, bit and numeric of another scale store other bytes.
bool widening_keeps_bytes(std::string_view name) { return name != "bpchar" && name != "bit"; }

TypeChange same_type(const TypeRef& current, const TypeRef& desired) {
  const bool widens =
      modifiers_widen(desired.name.name.text(), current.modifiers, desired.modifiers);
  return {false, !(widens && widening_keeps_bytes(desired.name.name.text())), !widens};
}

bool is_text(const BuiltinType* type) {
  return type != nullptr && type->family == Family::text && type->name != "name";
}

bool numbers_fit(const BuiltinType& current, const BuiltinType& desired, const TypeRef& type) {
  if (desired.name != "numeric") return desired.rank >= current.rank;
  if (type.modifiers.empty()) return true;
  constexpr std::array kDigits = {0, 5, 10, 19};
  const auto numbers = numbers_of(type.modifiers);
  return current.rank < 4 && numbers.size() == 2 &&
         numbers[0] - numbers[1] >= kDigits[static_cast<std::size_t>(current.rank)];
}

TypeChange within_family(const BuiltinType& current, const BuiltinType& desired,
                         const TypeRef& current_type, const TypeRef& desired_type) {
  TypeChange change{false, true, desired.rank < current.rank};
  if (desired.family == Family::number) {
    change.narrows = !numbers_fit(current, desired, desired_type);
  }
  if (desired.family == Family::text) {
    const bool varying = current.name != "bpchar" && desired.name != "bpchar" &&
                         current.name != "name" && desired.name != "name";
    change.narrows = !desired_type.modifiers.empty() &&
                     !modifiers_widen(desired.name, current_type.modifiers, desired_type.modifiers);
    change.rewrites = !varying || change.narrows;
  }
  if (desired.family == Family::moment) change.narrows = desired.name == "date";
  if (desired.family == Family::network) change.rewrites = desired.name != "inet";
  return change;
}

// Floating point numbers take and give all numbers by assignment, and lose digits.
bool is_float(const TypeRef& type) {
  const std::string& name = type.name.name.text();
  return type.name.space.text() == "pg_catalog" && (name == "float4" || name == "float8");
}

bool is_numeric(const TypeRef& type) {
  const BuiltinType* known = builtin(type);
  return is_float(type) || (known != nullptr && known->family == Family::number);
}

TypeChange element_change(const TypeRef& current, const TypeRef& desired) {
  if (current.name == desired.name) return same_type(current, desired);
  const BuiltinType* before = builtin(current);
  const BuiltinType* after = builtin(desired);
  if (before != nullptr && after != nullptr && before->family == after->family) {
    return within_family(*before, *after, current, desired);
  }
  if (is_numeric(current) && is_numeric(desired)) {
    const bool widens = desired.name.name.text() == "float8" &&
                        (is_float(current) || (before != nullptr && before->rank <= 2));
    return {false, true, !widens};
  }
  // Every type has an assignment cast to the text types.
  if (is_text(after)) return {false, true, !desired.modifiers.empty()};
  return {};
}

// A time of some place becomes a moment, or the other way round.
bool is_by_time_zone(const TypeRef& current, const TypeRef& desired) {
  const auto is_moment = [](const TypeRef& type) {
    return is_one_of(type, {"timestamptz", "timetz", "tstzrange", "tstzmultirange"});
  };
  const auto is_local = [](const TypeRef& type) {
    return is_one_of(type, {"timestamp", "date", "time", "tsrange", "tsmultirange", "daterange"});
  };
  return (is_moment(current) && is_local(desired)) || (is_local(current) && is_moment(desired));
}

TypeRef base_of(TypeRef type, const Catalog& catalog) {
  for (int depth = 0; depth < 100; ++depth) {
    const auto* domain = catalog.get<Domain>(object_id(ObjectKind::domain, type.name));
    if (domain == nullptr) break;
    const bool array = type.array || domain->type.array;
    type = domain->type;
    type.array = array;
  }
  return type;
}

}  // namespace

bool is_constrained(const TypeRef& type, const Catalog& catalog) {
  TypeRef step = type;
  for (int depth = 0; depth < 100; ++depth) {
    const ObjectId id = object_id(ObjectKind::domain, step.name);
    const auto* domain = catalog.get<Domain>(id);
    if (domain == nullptr) return false;
    const auto parts = catalog.everything_within(id);
    const bool checks = std::any_of(parts.begin(), parts.end(), [](const ObjectId& part) {
      return part.kind == ObjectKind::constraint;
    });
    if (domain->not_null || checks) return true;
    step = domain->type;
  }
  return true;
}

bool is_one_of(const TypeRef& type, std::initializer_list<std::string_view> names) {
  return type.name.space.text() == "pg_catalog" &&
         std::find(names.begin(), names.end(), type.name.name.text()) != names.end();
}

TypeChange type_change(const TypeRef& current, const Catalog& current_catalog,
                       const TypeRef& desired, const Catalog& desired_catalog) {
  const TypeRef before = base_of(current, current_catalog);
  const TypeRef after = base_of(desired, desired_catalog);
  if (before.array != after.array) {
    const BuiltinType* known = builtin(after);
    if (!after.array && is_text(known)) return {false, true, !after.modifiers.empty()};
    return {};
  }
  TypeChange change = element_change(before, after);
  change.by_time_zone = is_by_time_zone(before, after);
  // Arrays are converted element by element, whatever the elements become.
  change.rewrites = change.rewrites || before.array;
  // Becoming a domain checks each value against its constraints.
  if (current.name != desired.name && is_constrained(desired, desired_catalog)) {
    change.rewrites = true;
    change.narrows = true;
  }
  return change;
}

}  // namespace pgplumb::diff
