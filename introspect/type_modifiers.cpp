#include "introspect/type_modifiers.hpp"

#include <array>

namespace pgplumb::introspect {
namespace {

constexpr std::int64_t kHeader = 4;  // VARHDRSZ, added to lengths and to numeric's packed pair

std::string numeric_modifiers(std::int64_t typmod) {
  const std::int64_t packed = typmod - kHeader;
  const std::int64_t precision = (packed >> 16) & 0xffff;
  const std::int64_t scale = ((packed & 0x7ff) ^ 1024) - 1024;  // eleven bits with a sign
  return std::to_string(precision) + "," + std::to_string(scale);
}

// The field sets that the grammar has; bits as in utils/datetime.h (MONTH 1, YEAR 2, DAY 3,
// HOUR 10, MINUTE 11, SECOND 12).
std::string_view interval_fields(std::int64_t range) {
  struct Fields {
    std::int64_t bits;
    std::string_view words;
  };
  constexpr std::int64_t month = 1 << 1, year = 1 << 2, day = 1 << 3;
  constexpr std::int64_t hour = 1 << 10, minute = 1 << 11, second = 1 << 12;
  static constexpr std::array known = {
      Fields{year, "year"},
      Fields{month, "month"},
      Fields{day, "day"},
      Fields{hour, "hour"},
      Fields{minute, "minute"},
      Fields{second, "second"},
      Fields{year | month, "year to month"},
      Fields{day | hour, "day to hour"},
      Fields{day | hour | minute, "day to minute"},
      Fields{day | hour | minute | second, "day to second"},
      Fields{hour | minute, "hour to minute"},
      Fields{hour | minute | second, "hour to second"},
      Fields{minute | second, "minute to second"},
  };
  for (const Fields& fields : known) {
    if (fields.bits == range) return fields.words;
  }
  return {};
}

std::string interval_modifiers(std::int64_t typmod) {
  constexpr std::int64_t kFullPrecision = 0xffff;
  const std::string fields(interval_fields((typmod >> 16) & 0x7fff));
  const std::int64_t precision = typmod & 0xffff;
  if (precision == kFullPrecision) return fields;
  const std::string digits = std::to_string(precision);
  return fields.empty() ? digits : fields + "(" + digits + ")";
}

}  // namespace

std::string builtin_type_modifiers(std::string_view typname, std::int64_t typmod) {
  if (typmod < 0) return {};
  if (typname == "varchar" || typname == "bpchar") return std::to_string(typmod - kHeader);
  if (typname == "numeric") return numeric_modifiers(typmod);
  if (typname == "interval") return interval_modifiers(typmod);
  for (const std::string_view plain :
       {"time", "timetz", "timestamp", "timestamptz", "bit", "varbit"}) {
    if (typname == plain) return std::to_string(typmod);
  }
  return {};
}

std::string formatted_type_modifiers(std::string_view formatted) {
  while (formatted.ends_with("[]")) formatted.remove_suffix(2);
  if (!formatted.ends_with(')')) return {};
  const std::size_t open = formatted.rfind('(');
  if (open == std::string_view::npos) return {};
  std::string modifiers;
  for (const char c : formatted.substr(open + 1, formatted.size() - open - 2)) {
    if (c != ' ') modifiers += c;
  }
  return modifiers;
}

}  // namespace pgplumb::introspect
