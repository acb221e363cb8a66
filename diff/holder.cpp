#include "diff/holder.hpp"

namespace pgplumb::diff {

std::optional<ObjectId> holder_of(const Catalog& catalog, const ObjectId& id) {
  if (id.kind == ObjectKind::attribute_default) {
    ObjectId column = id;
    column.kind = ObjectKind::attribute;
    if (catalog.contains(column)) return column;
  }
  for (auto parent = parent_of(id); parent; parent = parent_of(*parent)) {
    if (catalog.contains(*parent)) return parent;
    // The index of a key is none of its own.
    if (parent->kind == ObjectKind::index) return catalog.find_class(parent->qualified_name());
  }
  if (auto extension = extension_behind(catalog, id)) return extension;
  if (const auto* index = catalog.get<Index>(id)) return catalog.find_class(index->relation);
  if (const auto* statistics = catalog.get<StatisticsObject>(id)) {
    return catalog.find_class(statistics->relation);
  }
  const auto* sequence = catalog.get<Sequence>(id);
  if (sequence == nullptr || sequence->owner_relation.empty()) return std::nullopt;
  const ObjectId relation = object_id(ObjectKind::relation, sequence->owner_relation);
  const ObjectId column = part_of(relation, ObjectKind::attribute, sequence->owner_attribute);
  if (catalog.contains(column)) return column;
  return catalog.find_class(sequence->owner_relation);
}

}  // namespace pgplumb::diff
