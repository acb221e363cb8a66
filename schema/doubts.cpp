#include "schema/doubts.hpp"

#include "schema/identifier.hpp"

namespace pgplumb {

std::vector<ObjectId> Doubts::columns_of(const ObjectId& relation) const {
  std::vector<ObjectId> columns;
  if (relation.subject) return columns;  // a part of something: it has none
  const ObjectId first = part_of(relation, ObjectKind::attribute, Identifier());
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    const bool is_column = it->kind == first.kind && it->subject == first.subject &&
                           it->qualified_name() == relation.qualified_name();
    if (!is_column) break;
    columns.push_back(*it);
  }
  return columns;
}

}  // namespace pgplumb
