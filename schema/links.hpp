// Which objects hang on a relation (or an index) by a field that names it, so that nobody has to
// look through the whole catalog for them.
#pragma once

#include <set>
#include <unordered_map>
#include <vector>

#include "schema/object_id.hpp"
#include "schema/object_kinds.hpp"

namespace pgplumb {

// The names by which `object` hangs on others: a partition's or an inheritor's parents, the owner
// of a sequence, the relation of an index and the index that it is a part of.
[[nodiscard]] std::vector<QualifiedName> links_of(const Object& object);

class Links {
 public:
  // `object` is what `id` is now.
  void set(const ObjectId& id, const Object& object);
  void erase(const ObjectId& id);
  // Sorted. Which field it is that names `name` is for the caller to see.
  [[nodiscard]] std::vector<ObjectId> to(const QualifiedName& name, ObjectKind kind) const;

 private:
  std::unordered_map<QualifiedName, std::set<ObjectId>, QualifiedNameHash> users_;
  std::unordered_map<ObjectId, std::vector<QualifiedName>, ObjectIdHash> names_;
};

}  // namespace pgplumb
