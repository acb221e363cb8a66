#include "diff/referenced_tables.hpp"

#include <algorithm>

namespace pgplumb::diff {

void lock_referenced(Action& action, const ObjectId& gone, const Catalog& catalog) {
  const QualifiedName table = gone.qualified_name();
  const ObjectId holder = object_id(ObjectKind::relation, table);
  for (const ObjectId& part : catalog.everything_within(holder)) {
    const auto* key = catalog.get<Constraint>(part);
    if (key == nullptr || key->type != ConstraintType::foreign_key) continue;
    const bool goes = gone == holder || std::any_of(key->columns.begin(), key->columns.end(),
                                                    [&](const Identifier& column) {
                                                      return column.text() == gone.member;
                                                    });
    if (goes && key->foreign_relation != table) {
      action.lock(key->foreign_relation, LockMode::access_exclusive);
    }
  }
}

}  // namespace pgplumb::diff
