// What a state made by text leaves open: the text alone does not tell all that its statements did.
#pragma once

#include <set>
#include <vector>

#include "schema/object_id.hpp"

namespace pgplumb {

struct Doubts {
  // Objects that the state does not hold may exist all the same.
  bool may_hold_more = false;
  // What the state says of these, or that it does not hold them, may be otherwise.
  std::set<ObjectId> objects;

  [[nodiscard]] bool about(const ObjectId& id) const { return objects.contains(id); }
  [[nodiscard]] bool about_absence_of(const ObjectId& id) const {
    return may_hold_more || about(id);
  }
  // Which columns a relation (or composite type) has, or what they are: from itself or one of them.
  [[nodiscard]] bool about_columns_of(const ObjectId& relation) const {
    return about(relation) || !columns_of(relation).empty();
  }
  // Those of its columns, present or not, that may be otherwise.
  [[nodiscard]] std::vector<ObjectId> columns_of(const ObjectId& relation) const;
  [[nodiscard]] bool none() const { return !may_hold_more && objects.empty(); }
};

}  // namespace pgplumb
