#include "schema/kinds/collation.hpp"

#include <algorithm>

namespace pgplumb {
namespace {

// Newer servers write an ICU locale as a language tag: de_DE becomes de-DE.
std::string simplified(std::string name) {
  for (char& c : name) {
    if (c == '_') c = '-';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

}  // namespace

Verdict compare_value(const LocaleName& current, const LocaleName& desired) {
  if (current == desired) return Verdict::equal;
  if (!current.copied_from.empty() || !desired.copied_from.empty()) return Verdict::unknown;
  return simplified(current.name) == simplified(desired.name) ? Verdict::unknown
                                                              : Verdict::different;
}

Verdict compare_value(const CollationProvider& current, const CollationProvider& desired) {
  if (current == desired) return Verdict::equal;
  const bool open = current == CollationProvider::unknown || desired == CollationProvider::unknown;
  return open ? Verdict::unknown : Verdict::different;
}

std::string describe(const LocaleName& value) {
  return value.copied_from.empty() ? value.name : "that of collation " + shown(value.copied_from);
}

}  // namespace pgplumb
