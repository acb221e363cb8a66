#include "diff/scope.hpp"

#include <algorithm>
#include <optional>

#include "diff/guessed_needs.hpp"
#include "diff/keys_of_queries.hpp"

namespace pgplumb::diff {
namespace {

// The nearest holder that the model has: columns of views and indexes of keys are no objects of
// their own.
void add_holder(const Catalog& catalog, const ObjectId& id, std::vector<ObjectId>& found) {
  for (auto parent = parent_of(id); parent; parent = parent_of(*parent)) {
    std::optional<ObjectId> holder = parent;
    if (parent->kind == ObjectKind::index) holder = catalog.find_class(parent->qualified_name());
    if (!holder || !catalog.contains(*holder)) continue;
    found.push_back(*holder);
    return;
  }
}

// A type and the functions that it is made of need each other. The functions do with its shell.
void need_shells_only(const Catalog& catalog, const ObjectId& routine,
                      std::vector<ObjectId>& found) {
  for (ObjectId& id : found) {
    if (id.kind != ObjectKind::base_type && id.kind != ObjectKind::range_type) continue;
    const std::vector<ObjectId> parts = requirements_of(catalog, id);
    if (!std::binary_search(parts.begin(), parts.end(), routine)) continue;
    id.kind = ObjectKind::shell_type;
  }
}

}  // namespace

std::vector<ObjectId> needed_by(const Catalog& catalog, const ObjectId& id) {
  std::vector<ObjectId> found = requirements_of(catalog, id);
  add_holder(catalog, id, found);
  const std::vector<ObjectId> guessed = guessed_needs(catalog, id);
  found.insert(found.end(), guessed.begin(), guessed.end());
  add_keys_of_queries(catalog, id, found);
  if (id.kind == ObjectKind::routine) need_shells_only(catalog, id, found);
  if (id.kind == ObjectKind::attribute_default) {
    ObjectId column = id;
    column.kind = ObjectKind::attribute;
    if (catalog.contains(column)) found.push_back(column);
  }
  // A table outlives the index that its replica identity names; setting it is an action of its own.
  if (id.kind == ObjectKind::relation) {
    std::erase_if(found, [](const ObjectId& other) {
      return other.kind == ObjectKind::index || other.kind == ObjectKind::constraint;
    });
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Dependents dependents_in(const Catalog& catalog) {
  Dependents dependents;
  for (const auto& [id, object] : catalog.objects()) {
    for (const ObjectId& needed : needed_by(catalog, id)) {
      // What a cast has made of an expression stays without it.
      const bool lasts = needed.kind == ObjectKind::cast && !is_about(id.kind);
      if (!lasts) dependents[needed].push_back(id);
    }
  }
  return dependents;
}

std::span<const ObjectId> Scope::dependents_of(const ObjectId& id) const {
  const auto found = current_dependents.find(id);
  if (found == current_dependents.end()) return {};
  return found->second;
}

}  // namespace pgplumb::diff
