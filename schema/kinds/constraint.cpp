#include "schema/kinds/constraint.hpp"

namespace pgplumb {

bool repeats(const Constraint& one, const Constraint& other) {
  return one.columns == other.columns && one.include == other.include &&
         one.nulls_not_distinct == other.nulls_not_distinct &&
         one.access_method == other.access_method && one.deferrable == other.deferrable &&
         one.initially_deferred == other.initially_deferred &&
         compare_any(one.elements, other.elements) == Verdict::equal &&
         (one.predicate.text == other.predicate.text ||
          compare_value(one.predicate, other.predicate) == Verdict::equal);
}

}  // namespace pgplumb
