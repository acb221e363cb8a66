// Objects found by a name that several may have for a while.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>

#include "schema/object_id.hpp"

namespace pgplumb {

class NameIndex {
 public:
  // Once is enough; what is known already stays.
  void add(const QualifiedName& name, const ObjectId& id);
  void erase(const QualifiedName& name, const ObjectId& id);
  [[nodiscard]] bool contains(const QualifiedName& name) const { return ids_.contains(name); }
  // Of several the first in id order.
  [[nodiscard]] std::optional<ObjectId> find(const QualifiedName& name) const;

 private:
  std::unordered_multimap<QualifiedName, ObjectId, QualifiedNameHash> ids_;
};

}  // namespace pgplumb
