#include "schema/expression.hpp"

namespace pgplumb {

Verdict compare_value(const Expression& current, const Expression& desired) {
  if (current.empty() || desired.empty()) {
    return current.empty() == desired.empty() ? Verdict::equal : Verdict::different;
  }
  if (!current.canonical.empty() && current.canonical == desired.canonical) return Verdict::equal;
  if (current.closed && desired.closed) return Verdict::different;
  if (current.from_server && desired.from_server) {
    return current.text == desired.text ? Verdict::equal : Verdict::different;
  }
  return Verdict::unknown;
}

}  // namespace pgplumb
